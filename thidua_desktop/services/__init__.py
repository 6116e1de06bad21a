"""One public function per user act: one transaction, then Changes."""
