#!/usr/bin/python3
# SPDX-License-Identifier: EUPL-1.2
"""plant.py DIR clean|spoiled: fills the stopped, just provisioned Samba domain in DIR.

clean: what Windows has and Samba lacks, and good settings; a finding there is a false alarm, or Samba's own.
spoiled: the directory of a hospital with named weaknesses.  Writes DIR/planted.tsv (weakness, object, description,
reference), DIR/negatives.tsv (weakness, look-alike that must not be found for it, why) and DIR/proofs.json (what
verify_plant.py asks the running server about each row).  Same result every time, but for GUIDs, key pairs and
dates, which are counted back from now.
"""
import json
import os
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from planting import accounts, baseline, computers, directory, domain, pki, privileged, rights, schema, structure, sysvol, trusts  # noqa: E402

THEMES = (baseline.build, structure.build, schema.plant, accounts.plant, privileged.plant, computers.plant,
          rights.plant, trusts.plant, domain.plant, pki.plant, sysvol.plant)


def write_table(path, rows):
    with open(path, "w", encoding="utf-8") as out:
        out.writelines("\t".join(row) + "\n" for row in rows)


def record(d):
    write_table(os.path.join(d.folder, "negatives.tsv"), d.looks)
    with open(os.path.join(d.folder, "proofs.json"), "w", encoding="utf-8") as out:
        json.dump([row._asdict() for row in d.rows], out, ensure_ascii=False, indent=0)
    write_table(os.path.join(d.folder, "planted.tsv"), (row[:4] for row in d.rows))
    return "%d weaknesses of %d kinds, %d look-alikes" % (len(d.rows), len({row.slug for row in d.rows}), len(d.looks))


def main():
    folder, content = sys.argv[1:3] if len(sys.argv) == 3 else ("", "")
    if content not in ("clean", "spoiled") or not os.path.isfile(os.path.join(folder, "private/sam.ldb")):
        sys.exit("usage: plant.py DIR clean|spoiled (DIR: a provisioned, stopped domain)")
    if os.path.exists(os.path.join(folder, "content")):
        sys.exit("plant.py: %s is already filled" % folder)
    started = time.time()
    d = directory.Directory(folder)
    if content == "spoiled":
        schema.extend(d)
    d.within(lambda: [theme(d) for theme in (THEMES if content == "spoiled" else (baseline.build, baseline.tidy))])
    d.finish()
    said = record(d) if content == "spoiled" else "nothing planted"
    with open(os.path.join(folder, "content"), "w", encoding="ascii") as mark:
        mark.write(content + "\n")
    print("%s: %s, %.1f s" % (content, said, time.time() - started))


main()
