package importing

import (
	"cmp"
	"slices"
)

// Replaced counts the cells of a field in which one value stands for another.
type Replaced struct {
	Field string `json:"field" doc:"Text key importing.field_<field>"`
	From  string `json:"from"`
	To    string `json:"to"`
	Rows  int64  `json:"rows"`
}

// replacements are those of a file.
type replacements struct{ all []Replaced }

// mostReplaced are how many values a report names.
const mostReplaced = 100

// count adds a cell; who reads cells a second time counts none.
func (r *replacements) count(field, from, to string) {
	if r == nil {
		return
	}
	i := slices.IndexFunc(r.all, func(one Replaced) bool { return one.Field == field && one.From == from })
	switch {
	case i >= 0:
		r.all[i].Rows++
	case len(r.all) < mostReplaced:
		r.all = append(r.all, Replaced{field, from, to, 1})
	}
}

// list is what was replaced, most often first.
func (r *replacements) list() []Replaced {
	all := slices.Clone(r.all)
	slices.SortStableFunc(all, func(x, y Replaced) int { return cmp.Compare(y.Rows, x.Rows) })
	return append([]Replaced{}, all...)
}
