package development

import (
	"math"

	"erba/analysis/null"
	"erba/kernel"
)

// Stand is a stage that an account stood on from a day, and what it was judged by.
type Stand struct {
	ID          kernel.ID   `json:"-"           db:"id"`
	Account     kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Stage       int         `json:"stage"       db:"stage"`
	Since       kernel.Date `json:"since"       db:"since_on"`
	Overridden  bool        `json:"overridden"  db:"overridden" doc:"Somebody has said so, whatever the gates say"`
	Orders      int         `json:"orders"      db:"orders"`
	Managed     bool        `json:"managed"     db:"managed"`
	Share       *int64      `json:"share"       db:"share" doc:"Millionths; null: unknown"`
	Levels      int         `json:"levels"      db:"levels"`
	Departments int         `json:"departments" db:"departments"`
	Teams       int         `json:"teams"       db:"teams"`
	Transparent bool        `json:"transparent" db:"transparent"`
	Setting     int64       `json:"setting"     db:"setting" doc:"Version of the configuration"`
	Latest      bool        `json:"-"           db:"latest"`
}

const million = 1e6

// millionths is how a share is kept.
func millionths(n null.Number) *int64 {
	if !n.Known() {
		return nil
	}
	return new(int64(math.Round(float64(n) * million)))
}

// Regressed says that the relationship with an account has fallen back.
type Regressed struct {
	Account  kernel.ID
	From, To int
	On       kernel.Date
}

// Trend says where a relationship goes.
type Trend string

// The trends. Nothing has changed for long: steady.
const (
	Up     Trend = "up"
	Down   Trend = "down"
	Steady Trend = "steady"
)

// trend is that of the stages of an account, the oldest first, since a day: the
// stage now against that of the day.
func trend(past []Stand, since kernel.Date) Trend {
	if len(past) == 0 {
		return Steady
	}
	before, now := 1, past[len(past)-1].Stage
	for _, p := range past {
		if p.Since.Compare(since) <= 0 {
			before = p.Stage
		}
	}
	if past[0].Since.Compare(since) > 0 && len(past) == 1 { // the first that was ever written down
		return Steady
	}
	switch {
	case now > before:
		return Up
	case now < before:
		return Down
	}
	return Steady
}
