# Puts the measurements between the two markers of assets/BENCHMARKS.md and prints the whole file.
#
#   awk -v names='server client' -v whole=true -v head=FILE -v rows=FILE -v note=TEXT \
#     -f into-table.awk assets/BENCHMARKS.md
#
# head: the lines above the rows; rows: the rows, each with its benchmark's name in a comment within its
# last cell. Unless everything was measured, new rows replace those of the same benchmarks or with the
# same first cell, all others stay, and `note` says what was measured when.

function cell(row, cells) {
  split(row, cells, / \| /)
  return substr(cells[1], 3)
}

function benchmark(row, tag) {
  if (!match(row, /<!-- [a-z0-9]+ --> \|$/)) return ""
  tag = substr(row, RSTART + 5)
  sub(/ .*/, "", tag)
  return tag
}

function put(name, i) {
  if (name in put_already) return
  put_already[name] = 1
  for (i = 1; i <= count; i++) if (benchmark(row[i]) == name) print row[i]
}

BEGIN {
  chosen = split(names, name, " ")
  for (i = 1; i <= chosen; i++) measured[name[i]] = 1
  while ((getline line < rows) > 0) {
    row[++count] = line
    owner[cell(line)] = benchmark(line)
  }
}

$0 == "<!-- benchmarks:begin -->" {
  inside = 1
  print
  if (whole == "true") {
    while ((getline line < head) > 0) print line
    for (i = 1; i <= count; i++) print row[i]
  }
  next
}

$0 == "<!-- benchmarks:end -->" {
  if (inside && whole != "true") for (i = 1; i <= chosen; i++) put(name[i])
  inside = 0
  done = 1
  print
  next
}

!inside { print; next }
whole == "true" { next }

# The note of an earlier run of the same benchmarks.
index($0, "Measured anew: " names ",") == 1 { next }
/^$/ && !noted { noted = 1; print note; print; next }

/^\| / && !/^\| what \|/ {
  its = benchmark($0)
  if (!(its in measured)) its = (cell($0) in owner) ? owner[cell($0)] : ""
  if (its != "") { put(its); next }
}

{ print }

END { if (!done || inside) exit 1 }
