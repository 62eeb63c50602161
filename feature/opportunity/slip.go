package opportunity

import "erba/kernel"

// Slip is how the day on which the order is expected was moved.
type Slip struct {
	ID      kernel.ID   `json:"-"                db:"id"`
	Deal    kernel.ID   `json:"-"                db:"opportunity_id"`
	Was     kernel.Date `json:"was,omitzero"     db:"was_on"`
	Becomes kernel.Date `json:"becomes,omitzero" db:"becomes_on"`
	Reason  string      `json:"reason"           db:"reason"`
	By      kernel.ID   `json:"by,omitzero"      db:"by_id"`
	Made    kernel.Date `json:"made"             db:"made_on"`
}

// expect moves the day on which the order is expected. A later day, or none any
// more, is a slip and says why; the first day that is said is none.
func (d *Deal) expect(on kernel.Date, reason string) (Slip, error) {
	slip := Slip{ID: kernel.NewID(), Deal: d.ID, Was: d.Expected, Becomes: on}
	later := !d.Expected.IsZero() && (on.IsZero() || on.Compare(d.Expected) > 0)
	switch {
	case !d.Live():
		return slip, kernel.Refused("opportunity.ended")
	case on == d.Expected:
		return slip, kernel.Refused("opportunity.same_day")
	case later && !said(reason):
		return slip, kernel.Invalid("opportunity.no_reason").In("reason")
	}
	if later {
		d.Slips++
	}
	if d.Expected = on; d.FirstExpected.IsZero() {
		d.FirstExpected = on
	}
	return slip, nil
}
