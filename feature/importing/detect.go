package importing

import (
	"slices"
	"strings"
	"unicode"

	"erba/analysis/clean"
)

// words are the synonyms of a field.
func words(s string) []string { return strings.Fields(s) }

// match is how well a column fits a field.
type match struct {
	field, column int
	score         int
}

const (
	named    = 100 // the heading is a synonym; earlier ones fit better
	partly   = 60  // the heading holds one
	contents = 30  // the cells look like it, and no heading says otherwise
	fits     = 10  // the cells look like what the heading says
)

// Match finds a column for every field, by headings in Chinese and English and
// by what the cells hold; samples are the first rows. sure are the columns
// whose heading says it.
func (t Table) Match(header []string, samples [][]string) (matching map[string]string, sure map[string]bool) {
	var all []match
	for f, field := range t.Fields {
		for c, heading := range header {
			if s := field.score(heading, column(samples, c)); s > 0 {
				all = append(all, match{f, c, s})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return b.score - a.score })
	matching, sure = map[string]string{}, map[string]bool{}
	taken := map[int]bool{}
	for _, m := range all {
		if name := t.Fields[m.field].Name; matching[name] == "" && !taken[m.column] {
			matching[name], taken[m.column] = header[m.column], true
			sure[header[m.column]] = m.score > partly
		}
	}
	if name := matching["account_name"]; name != "" && matching["account"] == "" {
		matching["account"] = name // the name is all there is
		delete(matching, "account_name")
	}
	return matching, sure
}

// score is 0 when the column cannot be the field.
func (f Field) score(heading string, cells []string) int {
	share, filled := f.share(cells)
	if filled && share < 0.5 {
		return 0 // most cells cannot be read as that
	}
	best := 0
	for _, name := range names(heading) {
		for i, synonym := range f.Synonyms {
			switch {
			case name == synonym:
				best = max(best, named-i)
			case len(synonym) >= 6 && strings.Contains(name, synonym):
				best = max(best, partly-i/2)
			}
		}
	}
	switch {
	case best > 0 && filled:
		return best + int(share*fits)
	case best == 0 && filled && share == 1 && f.Form == day && f.Name == "date":
		return contents
	}
	return best
}

// share is how many of the filled cells are of the field's form.
func (f Field) share(cells []string) (share float64, filled bool) {
	n, good := 0, 0
	for _, c := range cells {
		if clean.Text(c) == "" {
			continue
		}
		n++
		if f.reads(c) {
			good++
		}
	}
	if n == 0 {
		return 0, false
	}
	return float64(good) / float64(n), true
}

func (f Field) reads(cell string) (ok bool) {
	var err error
	switch f.Form {
	case figure, money:
		_, err = clean.Number(cell)
	case day:
		_, err = clean.Date(cell, clean.None)
	}
	return err == nil
}

// names are the ways to take a heading: whole, and its last part when it stands
// under another; the unit in brackets is not part of it.
func names(heading string) []string {
	whole := plainName(heading)
	all := []string{whole}
	if i := strings.LastIndexByte(heading, '/'); i >= 0 {
		all = append(all, plainName(heading[i+1:]))
	}
	if i := strings.IndexAny(clean.Text(heading), "(["); i > 0 {
		all = append(all, plainName(clean.Text(heading)[:i]))
	}
	return all
}

func plainName(heading string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, clean.Text(heading))
}

func column(rows [][]string, c int) []string {
	cells := make([]string, 0, len(rows))
	for _, row := range rows {
		if c < len(row) {
			cells = append(cells, row[c])
		}
	}
	return cells
}

// unitOf is what the figures of a column are multiplied by: its heading says
// 万元, or the titles say so of all amounts.
func unitOf(heading string, titles []Left) int64 {
	if by := unitIn(heading); by > 1 {
		return by
	}
	for _, t := range titles {
		if i := strings.Index(t.Text, "单位"); i >= 0 {
			return unitIn(t.Text[i:])
		}
	}
	return 1
}

func unitIn(s string) int64 {
	switch {
	case strings.Contains(s, "亿元"):
		return 1e8
	case strings.Contains(s, "百万元"):
		return 1e6
	case strings.Contains(s, "万元"):
		return 1e4
	case strings.Contains(s, "千元"):
		return 1e3
	}
	return 1
}

// gaps reports whether a column of words has blanks between its values, as
// merged cells leave them: filled at first, then more blanks than a slip.
func gaps(cells []string) bool {
	blanks, begun := 0, len(cells) > 0 && strings.TrimSpace(cells[0]) != ""
	for _, c := range cells {
		if strings.TrimSpace(c) == "" {
			blanks++
		}
	}
	return begun && blanks*4 >= len(cells) && blanks < len(cells)
}
