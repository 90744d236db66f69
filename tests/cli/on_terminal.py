#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""on_terminal.py COLUMNS COMMAND...: runs it with standard error on a terminal that wide, standard output elsewhere, and prints each line that was drawn there.
Ends with the status of the command."""
import fcntl
import os
import pty
import struct
import subprocess
import sys
import termios

master, slave = pty.openpty()
fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, int(sys.argv[1]), 0, 0))
child = subprocess.Popen(sys.argv[2:], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=slave)
os.close(slave)
drawn = b""
while True:
    try:
        piece = os.read(master, 65536)
    except OSError:  # the other end is closed
        break
    if not piece:
        break
    drawn += piece
for line in drawn.decode("utf-8", "replace").replace("\x1b[K", "").replace("\r", "\n").split("\n"):
    if line:
        print(line)
sys.exit(child.wait())
