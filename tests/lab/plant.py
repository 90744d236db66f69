#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""plant.py DIR: spoils the stopped Samba domain in DIR with named weaknesses of a hospital's directory.

Writes DIR/planted.tsv (weakness, object, description, reference), DIR/negatives.tsv (weakness, look-alike that must
not be found for it, why) and DIR/proofs.json (what verify_plant.py asks the running server about each row).
Same result every time, but for GUIDs, key pairs and dates, which are counted back from now.
"""
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from planting import accounts, computers, directory, domain, pki, privileged, rights, schema, structure, trusts  # noqa: E402

THEMES = (structure.build, schema.plant, accounts.plant, privileged.plant, computers.plant, rights.plant, trusts.plant, domain.plant, pki.plant)


def write_table(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in rows)


def main():
    if len(sys.argv) != 2 or not os.path.isfile(os.path.join(sys.argv[1], "private/sam.ldb")):
        sys.exit("usage: plant.py DIR (of a provisioned, stopped domain)")
    started = time.time()
    d = directory.Directory(sys.argv[1])
    if os.path.exists(os.path.join(d.folder, "planted.tsv")):
        sys.exit("plant.py: %s is already planted" % d.folder)
    schema.extend(d)
    d.within(lambda: [theme(d) for theme in THEMES])
    d.finish()
    write_table(os.path.join(d.folder, "negatives.tsv"), d.looks)
    with open(os.path.join(d.folder, "proofs.json"), "w", encoding="utf-8") as out:
        json.dump([row._asdict() for row in d.rows], out, ensure_ascii=False, indent=0)
    write_table(os.path.join(d.folder, "planted.tsv"), (row[:4] for row in d.rows))
    print("%d weaknesses of %d kinds, %d look-alikes, %.1f s"
          % (len(d.rows), len({row.slug for row in d.rows}), len(d.looks), time.time() - started))


main()
