package pricing

import (
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

// The columns of exported lists, as text keys. Lists and agreed prices are read back
// from the same columns; of those that say more than is read, the first count.
var (
	ListColumns      = []string{"pricing.item", "pricing.product", "pricing.unit", "pricing.list"}
	FrameworkColumns = []string{"pricing.account_code", "pricing.customer", "pricing.item", "pricing.product", "pricing.agreed", "pricing.from", "pricing.until",
		"pricing.basis", "pricing.state"}
	FloorColumns   = []string{"pricing.item", "pricing.product", "pricing.from", "pricing.floor", "pricing.unit_cost"}
	SpecialColumns = []string{"pricing.deal", "pricing.deal_code", "pricing.customer", "pricing.item", "pricing.product", "pricing.quantity", "pricing.wanted",
		"pricing.known", "pricing.from", "pricing.until", "pricing.reason", "pricing.state", "pricing.asker", "pricing.made"}
)

func cell(cells []string, at int) string {
	if at < len(cells) {
		return strings.TrimSpace(cells[at])
	}
	return ""
}

func decimal(cells []string, at int) (kernel.Decimal, error) {
	d, err := kernel.ParseDecimal(strings.ReplaceAll(cell(cells, at), ",", ""))
	if err != nil {
		return d, kernel.Invalid("pricing.bad_cell", "column", at+1, "value", cell(cells, at))
	}
	return d, nil
}

func day(cells []string, at int) (kernel.Date, error) {
	d, err := clean.Date(cell(cells, at), clean.None)
	if err != nil {
		return d, kernel.Invalid("pricing.bad_cell", "column", at+1, "value", cell(cells, at))
	}
	return d, nil
}

// termsOf are the terms of a row under FrameworkColumns.
func termsOf(cells []string) (f Framework, err error) {
	if f.Agreed, err = decimal(cells, 4); err != nil {
		return f, err
	}
	if f.From, err = day(cells, 5); err != nil {
		return f, err
	}
	f.Until, err = day(cells, 6)
	f.Basis = cell(cells, 7)
	return f, err
}
