"""Two whole years of a made-up commune, xã Ví Dụ: to look at the program with, and to test it on."""
