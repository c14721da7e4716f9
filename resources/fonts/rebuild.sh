#!/bin/sh
# Rebuilds the five fonts of this folder from their public packages, byte for byte.
# Needs on a Debian machine: npm, apt-get, dpkg-deb, bzcat, and python3 with fontTools (package python3-fonttools).
# PYTHON=/usr/bin/python3 chooses the interpreter. About 250 MB are fetched into a temporary folder that is removed again.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"

npm pack --silent @expo-google-fonts/noto-serif-sc@0.4.3 @expo-google-fonts/noto-sans-sc@0.4.3
apt-get download fonts-lxgw-wenkai texlive-lang-chinese unicode-data
for archive in *.tgz; do mkdir "npm-$archive" && tar xzf "$archive" -C "npm-$archive"; done
for package in *.deb; do dpkg-deb -x "$package" debian; done
one() { find . -name "$1" -type f | head -n 1; }

cp "$(one FandolFang-Regular.otf)" "$here/FandolFang-Regular.otf"
gzip -dc "$(find . -path '*doc/fonts/fandol/COPYING.gz')" > "$here/LICENSE-fandol.txt"
cp "$(find . -path '*doc/fonts/fandol/README')" "$here/LICENSE-fandol-font-exception.txt"
cp "$(find . -path '*noto-serif-sc*' -name LICENSE_FONT)" "$here/OFL-noto-serif-sc.txt"
cp "$(find . -path '*noto-sans-sc*' -name LICENSE_FONT)" "$here/OFL-noto-sans-sc.txt"
cp debian/usr/share/doc/fonts-lxgw-wenkai/copyright "$here/OFL-lxgw-wenkai.txt"

# 通用规范汉字表 (8105 characters) is Unihan's field kTGH.
bzcat debian/usr/share/unicode/Unihan_*.txt.bz2 | awk '$1 ~ /^U/ && $2 == "kTGH" { print substr($1, 3) }' > tgh.txt

"$python" - <<'PYTHON'
def span(first, last):
    return range(first, last + 1)

# Latin, punctuation, letterlike, numerals, arrows, mathematics, enclosed, boxes, shapes, CJK symbols, kana, units, full-width
SYMBOLS = [span(0x20, 0x7E), span(0xA0, 0x17F), span(0x1CD, 0x1DC), span(0x391, 0x3C9), span(0x2000, 0x206F),
           span(0x20A0, 0x20BF), span(0x2100, 0x218F), span(0x2190, 0x21FF), span(0x2200, 0x22FF), span(0x2460, 0x24FF),
           span(0x2500, 0x266F), span(0x2713, 0x2717), span(0x3000, 0x30FF), span(0x3200, 0x33FF), span(0xFF00, 0xFFEF)]
HAN = [span(0x3400, 0x4DBF), span(0x4E00, 0x9FFF), span(0xF900, 0xFAFF), span(0x20000, 0x3FFFF)]

def gb2312():
    for high in span(0xA1, 0xF7):
        for low in span(0xA1, 0xFE):
            try:
                yield ord(bytes([high, low]).decode('gb2312'))
            except UnicodeDecodeError:
                pass

symbols = {point for block in SYMBOLS for point in block}
common = symbols | set(gb2312()) | {int(line, 16) for line in open('tgh.txt')}
everything = symbols | {point for block in HAN for point in block}
for name, points in (('common.txt', common), ('everything.txt', everything)):
    open(name, 'w').write('\n'.join('%04X' % point for point in sorted(points)))
PYTHON

subset() { # source, characters, target
  "$python" -m fontTools.subset "$1" --unicodes-file="$2" --output-file="$3" \
    --no-hinting --layout-features='' --drop-tables+=GSUB,GPOS,GDEF,BASE,VORG,vhea,vmtx,STAT,DSIG,gasp \
    --notdef-outline --name-IDs='*' --ignore-missing-unicodes
}
# Song keeps every Han character of its font: it is the last resort for rare characters in names.
subset "$(one NotoSerifSC_400Regular.ttf)" everything.txt "$here/song.ttf"
subset "$(one NotoSerifSC_900Black.ttf)" common.txt "$here/title.ttf"
subset "$(one NotoSansSC_700Bold.ttf)" common.txt "$here/hei.ttf"
subset "$(one LXGWWenKai-Regular.ttf)" common.txt kai-subset.ttf

# The names "LXGW" and "霞鹜" are reserved for the unmodified font, so the subset carries a name of its own.
TARGET="$here/kai.ttf" "$python" - <<'PYTHON'
import os
from fontTools.ttLib import TTFont

font = TTFont('kai-subset.ttf', recalcTimestamp=False)
names = font['name']
NEW = {1: 'Antou Kai', 3: 'AntouKai-Regular 1.250', 4: 'Antou Kai', 6: 'AntouKai-Regular', 16: 'Antou Kai'}
names.names = [record for record in names.names if record.langID == 0x409 and record.platformID == 3]
for record in names.names:
    if record.nameID in NEW:
        record.string = NEW[record.nameID]
font.save(os.environ['TARGET'])
PYTHON

cd "$here" && sha256sum FandolFang-Regular.otf song.ttf title.ttf hei.ttf kai.ttf
