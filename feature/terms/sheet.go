package terms

import (
	"strconv"
	"strings"

	"erba/analysis/clean"
	"erba/analysis/terms"
	"erba/kernel"
)

// least is how many columns a file of terms has at least: up to the days.
const least = 6

// agreementOf is a row under Exported.
func agreementOf(cells []string) (a Agreement, err error) {
	at := func(i int) string {
		if i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	wrong := func(i int) error { return kernel.Invalid("terms.bad_cell", "column", i+1, "value", at(i)) }
	if a.Since, err = clean.Date(at(3), clean.None); err != nil {
		return a, wrong(3)
	}
	t := &a.Agreed.Terms
	t.Mode = terms.Mode(strings.ToUpper(at(4)))
	for i, into := range map[int]*int{5: &t.Days, 6: &t.Statement, 8: &t.Grace} {
		if *into, err = whole(at(i)); err != nil {
			return a, wrong(i)
		}
	}
	t.OnDay, t.NextWorking = at(7) == flagged, at(9) == flagged
	if t.Parts, err = read(at(10)); err != nil {
		return a, wrong(10)
	}
	a.Contract, a.Basis = at(2), at(11)
	return a, nil
}

// flagged is how a file says yes, in any language.
const flagged = "1"

func flag(b bool) string {
	if b {
		return flagged
	}
	return ""
}

func whole(text string) (int, error) {
	if text == "" {
		return 0, nil
	}
	return strconv.Atoi(text)
}

const (
	apart    = "; "
	onDay    = "on_day"
	retained = "retention"
)

// written are instalments as a cell shows them, such as
// 预付 30% INV_DAYS 0; 质保 10% INV_MONTHS 360 retention.
func written(parts []terms.Part) string {
	var all []string
	for _, p := range parts {
		words := []string{p.Name, strconv.Itoa(p.Percent) + "%", string(p.Rule.Mode), strconv.Itoa(p.Rule.Days)}
		if p.Rule.Statement > 0 {
			words = append(words, "@"+strconv.Itoa(p.Rule.Statement))
		}
		if p.Rule.OnDay {
			words = append(words, onDay)
		}
		if p.Retention {
			words = append(words, retained)
		}
		all = append(all, strings.TrimSpace(strings.Join(words, " ")))
	}
	return strings.Join(all, apart)
}

// read are the instalments of a cell.
func read(cell string) (all []terms.Part, err error) {
	if cell == "" {
		return nil, nil
	}
	for text := range strings.SplitSeq(cell, strings.TrimSpace(apart)) {
		p, err := part(strings.Fields(text))
		if err != nil {
			return nil, err
		}
		all = append(all, p)
	}
	return all, nil
}

// part is an instalment by its words: a name of any number of them, then the rest.
func part(words []string) (p terms.Part, err error) {
	at := 0
	for at < len(words) && !strings.HasSuffix(words[at], "%") {
		at++
	}
	if len(words) < at+3 {
		return p, kernel.Invalid("terms.bad_part")
	}
	p.Name, p.Rule.Mode = strings.Join(words[:at], " "), terms.Mode(strings.ToUpper(words[at+1]))
	if p.Percent, err = strconv.Atoi(strings.TrimSuffix(words[at], "%")); err != nil {
		return p, err
	}
	if p.Rule.Days, err = strconv.Atoi(words[at+2]); err != nil {
		return p, err
	}
	for _, word := range words[at+3:] {
		day, statement := strings.CutPrefix(word, "@")
		switch {
		case statement:
			p.Rule.Statement, err = strconv.Atoi(day)
		case word == onDay:
			p.Rule.OnDay = true
		case word == retained:
			p.Retention = true
		default:
			err = kernel.Invalid("terms.bad_part")
		}
		if err != nil {
			return p, err
		}
	}
	return p, nil
}
