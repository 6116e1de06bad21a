# Word saves a file as .docx: word_to_docx.ps1 SOURCE TARGET PIDFILE. Used by importing/converting.py, ASCII only.
# Word is started anew, unseen, with macros off; its process number goes to PIDFILE so that it can be ended when it hangs.
param([string]$source, [string]$target, [string]$pidFile)
$ErrorActionPreference = 'Stop'
$before = @(Get-Process -Name WINWORD -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$word = New-Object -ComObject Word.Application
try {
    $own = @(Get-Process -Name WINWORD -ErrorAction SilentlyContinue | Where-Object { $before -notcontains $_.Id })
    $own | ForEach-Object { $_.Id } | Set-Content -Path $pidFile -Encoding ascii
    $word.Visible = $false
    $word.DisplayAlerts = 0
    $word.AutomationSecurity = 3
    # Open(file, confirm conversions, read only, recent files, password): a locked file fails instead of asking.
    $document = $word.Documents.Open($source, $false, $true, $false, 'x')
    $document.SaveAs2($target, 16)
    $document.Close(0)
} finally {
    $word.Quit(0)
    [void][System.Runtime.InteropServices.Marshal]::ReleaseComObject($word)
}
