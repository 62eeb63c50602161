package ledger

import (
	"fmt"

	"erba/kernel"
)

// Month counts calendar months: 12 × year + month − 1.
type Month int32

// MonthOf is the month of a day.
func MonthOf(d kernel.Date) Month {
	y, m, _ := d.Parts()
	return Month(12*y + m - 1)
}

// Day is the n-th day of the month.
func (m Month) Day(n int) kernel.Date { return kernel.On(int(m)/12, int(m)%12+1, n) }

// Last is the last day of the month.
func (m Month) Last() kernel.Date { return (m + 1).Day(0) }

// String writes 2026-06.
func (m Month) String() string { return fmt.Sprintf("%04d-%02d", m/12, m%12+1) }

// MarshalText puts the month into JSON.
func (m Month) MarshalText() ([]byte, error) { return []byte(m.String()), nil }

// UnmarshalText reads the month from JSON.
func (m *Month) UnmarshalText(text []byte) error {
	var d kernel.Date
	if err := d.UnmarshalText([]byte(string(text) + "-01")); err != nil {
		return err
	}
	*m = MonthOf(d)
	return nil
}

// Sums are what an account did in some span of time. Lines with positive
// quantity and price are sales; all others are returns, kept apart and mostly
// negative: net sales are Sales + Returns, their cost Cost + ReturnsCost.
type Sums struct {
	Sales       int64 `json:"sales"        db:"sales"`
	Returns     int64 `json:"returns"      db:"returns"`
	Cost        int64 `json:"cost,omitzero"         db:"cost"         may:"margin:read"`
	ReturnsCost int64 `json:"returns_cost,omitzero" db:"returns_cost" may:"margin:read"`
	Uncosted    int64 `json:"uncosted"     db:"uncosted" doc:"Lines whose cost is unknown"`
	Lines       int64 `json:"lines"        db:"lines"`
	Orders      int64 `json:"orders"       db:"orders" doc:"Orders with a sale, counted where their earliest line is"`
}

// add takes in more.
func (s *Sums) add(t Sums) {
	s.Sales, s.Returns = s.Sales+t.Sales, s.Returns+t.Returns
	s.Cost, s.ReturnsCost = s.Cost+t.Cost, s.ReturnsCost+t.ReturnsCost
	s.Uncosted, s.Lines, s.Orders = s.Uncosted+t.Uncosted, s.Lines+t.Lines, s.Orders+t.Orders
}

// AccountMonth is one row of the roll-up. FirstDay and LastDay are the days of
// the month of its first and last order, 0 without one.
type AccountMonth struct {
	Account  kernel.ID `db:"account_id"`
	Month    Month     `db:"month"`
	Revision int64     `db:"revision"`
	Sums
	FirstDay int64 `db:"first_day"`
	LastDay  int64 `db:"last_day"`
	Carried  int64 `db:"carried"` // orders that the month's own lines do not tell all about
}

// Edge is what an account did in a part of one month.
type Edge struct {
	Account kernel.ID
	Sums
	First, Last kernel.Date // its first and last order in it; zero without one
}
