package portfolio

import (
	"slices"
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// Filled is what became of a list that somebody has filled in: either all of its
// estimates were taken, or none, because some rows are wrong.
type Filled struct {
	Taken int     `json:"taken"`
	Blank int     `json:"blank" doc:"Rows in which nobody has filled in a value"`
	Wrong []Wrong `json:"wrong" doc:"The first hundred rows that are wrong; then nothing was taken"`
}

// Wrong is a row that cannot be taken.
type Wrong struct {
	Row  int            `json:"row"  doc:"As a spreadsheet counts"`
	Code string         `json:"code"`
	Key  string         `json:"key"  doc:"Text key of what is wrong"`
	Args map[string]any `json:"args"`
}

// The columns of a filled-in list; they stay where they are.
const (
	codeColumn     = 0
	kindColumn     = 2
	valueColumn    = 7
	evidenceColumn = 8
	expiresColumn  = 9
	sheetColumns   = 10
)

// fill reads one row of a filled-in list. Without a value there is nothing to take.
func fill(cells []string, on kernel.Date) (e Estimate, code string, filled bool, err error) {
	at := func(column int) string {
		if column >= len(cells) {
			return ""
		}
		return clean.Text(cells[column])
	}
	code = strings.TrimPrefix(at(codeColumn), "'") // as an exported text that looks like a formula has it
	if at(valueColumn) == "" {
		return e, code, false, nil
	}
	e = Estimate{Kind: at(kindColumn), Evidence: at(evidenceColumn), On: on, Expires: on.Add(holds)}
	if !slices.Contains(openKinds[:], e.Kind) {
		return e, code, true, kernel.Invalid("portfolio.no_such_estimate", "kind", e.Kind)
	}
	n, err := clean.Number(at(valueColumn))
	if err != nil {
		return e, code, true, kernel.Invalid("portfolio.bad_number", "value", at(valueColumn))
	}
	if e.Value = n.Minor(); e.Kind == Influence {
		if e.Value = n.Micro() / 1_000_000; kernel.Whole(e.Value) != n {
			return e, code, true, kernel.Invalid("portfolio.bad_influence", "max", highest)
		}
	}
	if day := at(expiresColumn); day != "" {
		if e.Expires, err = clean.Date(day, clean.None); err != nil {
			return e, code, true, kernel.Invalid("portfolio.bad_day", "value", day)
		}
	}
	return e, code, true, e.Check()
}
