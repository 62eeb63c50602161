package fee

import (
	"strings"

	"erba/analysis/clean"
	"erba/kernel"
)

const (
	mostRows = 20_000 // of one file
	least    = 8      // columns of a file: up to the number
)

// bookingOf is a row under Booked.
func bookingOf(cells []string) (b Booking, err error) {
	at := func(i int) string {
		if i < len(cells) {
			return strings.TrimSpace(cells[i])
		}
		return ""
	}
	wrong := func(i int) error { return kernel.Invalid("fee.bad_cell", "column", i+1, "value", at(i)) }
	if at(2) != "" {
		if b.Fee, err = kernel.ParseID(at(2)); err != nil {
			return b, wrong(2)
		}
	}
	if b.On, err = clean.Date(at(4), clean.None); err != nil {
		return b, wrong(4)
	}
	d, err := kernel.ParseDecimal(strings.ReplaceAll(at(5), ",", ""))
	if err != nil || d.Micro()%10_000 != 0 {
		return b, wrong(5)
	}
	b.Original = d.Minor()
	b.Type, b.Currency, b.Number, b.Note = at(3), at(6), at(7), at(8)
	return b, nil
}
