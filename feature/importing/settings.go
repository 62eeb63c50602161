package importing

import (
	"maps"
	"slices"

	"erba/analysis/clean"
	"erba/kernel"
)

// check refuses settings that mean nothing.
func (o Settings) check() error {
	for name, ok := range map[string]bool{
		"kind":       slices.Contains(Kinds, o.Kind),
		"date_order": slices.Contains([]string{"", string(clean.DayFirst), string(clean.MonthOne)}, o.DateOrder),
		"tax":        slices.Contains([]string{"", "net", "gross"}, o.Tax),
		"no_account": slices.Contains([]string{"", "reject", Keep}, o.NoAccount),
		"tax_rate":   o.TaxRate == nil || o.TaxRate.Sign() >= 0 && o.TaxRate.Micro() <= kernel.Whole(1).Micro(),
	} {
		if !ok {
			return kernel.Invalid("importing.bad_setting", "setting", name)
		}
	}
	return nil
}

// since leaves out what was found out for another reading of the file: once
// the kind, the sheet, the header or the encoding changes, the columns do too.
func (o Settings) since(before Settings) Settings {
	same := o.Kind == before.Kind && o.Sheet == before.Sheet && o.Header == before.Header && o.HeaderRows == before.HeaderRows &&
		o.Encoding == before.Encoding && o.Separator == before.Separator
	if !same && maps.Equal(o.Matching, before.Matching) {
		o.Matching, o.Fill, o.DateOrder = nil, nil, ""
	}
	return o
}

// needs reports whether a field is needed, alone or as one of several.
func (t Table) needs(name string) bool {
	return slices.ContainsFunc(t.Needs, func(any []string) bool { return slices.Contains(any, name) })
}

// Units are what the figures of each column are multiplied by.
func (s Shape) units() []int64 {
	all := make([]int64, len(s.Columns))
	for i, c := range s.Columns {
		all[i] = c.Unit
	}
	return all
}
