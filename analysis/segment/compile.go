package segment

import (
	"slices"
	"strings"

	"erba/analysis/checklist"
	"erba/analysis/null"
)

// Source is where the fields of customers are read from, by the place of the
// field in the list and the row of the customer. Days are read as ordinals,
// flags as 0 and 1.
type Source interface {
	Number(field int, row int32) null.Number
	Text(field int, row int32) string // "" is not known
}

// Predicate answers whether the customer of a row belongs to a segment.
type Predicate func(row int32) checklist.Answer

// Compile turns a tree into a predicate over a source. It refuses what Parse refuses.
func (r *Rule) Compile(fields []Field, from Source) (Predicate, error) {
	if err := r.Check(fields); err != nil {
		return nil, err
	}
	return r.compile(fields, from)
}

func (r *Rule) compile(fields []Field, from Source) (Predicate, error) {
	switch {
	case r.Not != nil:
		inner, err := r.Not.compile(fields, from)
		return func(row int32) checklist.Answer { return -inner(row) }, err
	case r.Field != "":
		l, err := r.leaf(fields, r.Field)
		return l.predicate(from), err
	}
	all, each := len(r.All) > 0, append(slices.Clone(r.All), r.Any...)
	inner := make([]Predicate, len(each))
	for i := range each {
		var err error
		if inner[i], err = each[i].compile(fields, from); err != nil {
			return nil, err
		}
	}
	if all {
		return every(inner), nil
	}
	return some(inner), nil
}

// every holds as far as the weakest does.
func every(inner []Predicate) Predicate {
	return func(row int32) checklist.Answer {
		answer := checklist.Yes
		for _, p := range inner {
			if answer = min(answer, p(row)); answer == checklist.No {
				break
			}
		}
		return answer
	}
}

// some holds as far as the strongest does.
func some(inner []Predicate) Predicate {
	return func(row int32) checklist.Answer {
		answer := checklist.No
		for _, p := range inner {
			if answer = max(answer, p(row)); answer == checklist.Yes {
				break
			}
		}
		return answer
	}
}

func (l leaf) predicate(from Source) Predicate {
	if l.kind == Text {
		return func(row int32) checklist.Answer { return l.text(from.Text(l.field, row)) }
	}
	return func(row int32) checklist.Answer { return l.number(from.Number(l.field, row)) }
}

func (l *leaf) text(value string) checklist.Answer {
	switch {
	case l.op == IsKnown:
		return checklist.Of(value != "")
	case value == "":
		return checklist.Open
	case l.op == Holds:
		return checklist.Of(strings.Contains(value, l.texts[0]))
	}
	return checklist.Of(slices.Contains(l.texts, value) == (l.op != IsNot))
}

func (l *leaf) number(value null.Number) checklist.Answer {
	if l.op == IsKnown {
		return checklist.Of(value.Known())
	}
	if !value.Known() {
		return checklist.Open
	}
	v := float64(value)
	switch l.op {
	case Less:
		return checklist.Of(v < l.numbers[0])
	case Most:
		return checklist.Of(v <= l.numbers[0])
	case Least:
		return checklist.Of(v >= l.numbers[0])
	case More:
		return checklist.Of(v > l.numbers[0])
	}
	return checklist.Of(slices.Contains(l.numbers, v) == (l.op != IsNot))
}

// Members are the rows of n that belong to the segment for certain; open counts
// those of which too little is known to say.
func (p Predicate) Members(n int) (rows []int32, open int) {
	for row := range int32(n) {
		switch p(row) {
		case checklist.Yes:
			rows = append(rows, row)
		case checklist.Open:
			open++
		}
	}
	return rows, open
}
