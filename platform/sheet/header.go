package sheet

import (
	"strconv"
	"strings"
	"unicode"

	"erba/kernel"
)

// findHeader returns where in the first rows the header begins and how many
// rows it has: the first row that is as wide as the table and holds only words.
func findHeader(head []Row, o Options) (at, rows int, err error) {
	if o.Header > 0 {
		return givenHeader(head, o)
	}
	wide := usualWidth(head)
	for i, row := range head[:min(len(head), searched)] {
		if !wordsOnly(row.Cells) {
			continue
		}
		if n := filled(row.Cells); 5*n < 3*wide && !splitOver(head, i, wide) {
			continue
		}
		return i, headerRows(head, i, o), nil
	}
	return 0, 0, kernel.Invalid("sheet.no_header", "max", searched)
}

func givenHeader(head []Row, o Options) (at, rows int, err error) {
	for i, row := range head {
		if row.Number == o.Header {
			return i, headerRows(head, i, o), nil
		}
	}
	return 0, 0, kernel.Invalid("sheet.no_header_row", "row", o.Header)
}

func headerRows(head []Row, at int, o Options) int {
	switch {
	case at+1 >= len(head) || o.HeaderRows == 1:
		return 1
	case o.HeaderRows == 2 || splitOver(head, at, filled(head[at].Cells)):
		return 2
	}
	return 1
}

// splitOver reports whether the header goes on in the next row: words there
// stand below blanks of the row above, some of whose headings have nothing
// below them or span several, and then the data begins.
func splitOver(head []Row, at, wide int) bool {
	if at+2 >= len(head) {
		return false
	}
	upper, lower, data := head[at].Cells, head[at+1].Cells, head[at+2].Cells
	if !wordsOnly(lower) || wordsOnly(data) || head[at+1].Number != head[at].Number+1 {
		return false
	}
	below, gaps := 0, 0
	for i := range max(len(upper), len(lower)) {
		u, l := cellAt(upper, i), cellAt(lower, i)
		if u == "" && l != "" {
			below++
		}
		if u != "" && l == "" {
			gaps++
		}
	}
	return below > 0 && filled(upper) > 1 && (gaps > 0 || filled(lower) >= wide)
}

// usualWidth is how many cells most of the rows have filled.
func usualWidth(head []Row) (wide int) {
	count := map[int]int{}
	for _, row := range head {
		count[filled(row.Cells)]++
	}
	for n, times := range count {
		if n > 1 && (times > count[wide] || times == count[wide] && n > wide) {
			wide = n
		}
	}
	return wide
}

// wordsOnly reports whether a row could be a header: no figures, nothing long.
func wordsOnly(cells []string) bool {
	for _, c := range cells {
		c = strings.TrimSpace(c)
		if c != "" && (isFigure(c) || len(c) > 200) {
			return false
		}
	}
	return !blank(cells)
}

// isFigure reports whether a cell is a number, a date or the like: most of it digits.
func isFigure(s string) bool {
	if _, err := strconv.ParseFloat(s, 64); err == nil {
		return true
	}
	digits, letters := 0, 0
	for _, r := range s {
		switch {
		case unicode.IsDigit(r):
			digits++
		case unicode.IsLetter(r):
			letters++
		}
	}
	return digits > letters
}

// headings names the columns; headings of two rows are joined, one that spans
// columns counts for each of them.
func headings(rows []Row) []string {
	names := make([]string, width(rows))
	group := ""
	for i := range names {
		upper := cellAt(rows[0].Cells, i)
		if len(rows) == 1 {
			names[i] = upper
			continue
		}
		lower := cellAt(rows[1].Cells, i)
		if upper != "" {
			group = upper
		}
		switch {
		case lower == "":
			names[i] = upper
		case group == "" || group == lower:
			names[i] = lower
		default:
			names[i] = group + "/" + lower
		}
	}
	return distinct(names)
}

// distinct gives columns without a heading, or with another's, a name of their own.
func distinct(names []string) []string {
	seen := map[string]int{}
	for i, name := range names {
		if name == "" {
			name = "#" + strconv.Itoa(i+1)
		}
		for seen[name]++; seen[name] > 1; seen[name]++ {
			name += " (" + strconv.Itoa(seen[name]) + ")"
		}
		names[i] = name
	}
	return names
}

// width is the last filled column.
func width(rows []Row) (n int) {
	for _, row := range rows {
		for i, c := range row.Cells {
			if strings.TrimSpace(c) != "" {
				n = max(n, i+1)
			}
		}
	}
	return n
}

func cellAt(cells []string, i int) string {
	if i >= len(cells) {
		return ""
	}
	return strings.Join(strings.Fields(cells[i]), " ")
}

func filled(cells []string) (n int) {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			n++
		}
	}
	return n
}

func blank(cells []string) bool {
	for _, c := range cells {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}
