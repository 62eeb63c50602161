package development

import (
	"math"

	stages "erba/analysis/development"
	"erba/analysis/null"
	"erba/kernel"
)

// Stand is a stage that an account stood on from a day, and what it was judged by.
type Stand struct {
	ID          kernel.ID   `json:"-"           db:"id"`
	Account     kernel.ID   `json:"account"     db:"account_id" row:"account"`
	Stage       int         `json:"stage"       db:"stage"`
	Was         int         `json:"was"         db:"was"   doc:"The stage before; 0: it is the first that was written down"`
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
	tier        string      // that it was in when it moved
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
	Tier     string // MAJOR, NAMED, NONNAMED, MASS, or none
}

// alarms reports whether somebody ought to hear of it at once: of the many small
// accounts that stop ordering there are lists.
func (r Regressed) alarms() bool {
	return r.From >= stages.Cooperative || r.Tier != "" && r.Tier != "MASS"
}

// trendMonths is over how many months a trend looks.
const trendMonths = 12

// Trend says where a relationship goes.
type Trend string

// The trends. Nothing has changed for long: steady.
const (
	Up     Trend = "up"
	Down   Trend = "down"
	Steady Trend = "steady"
)

// key is the text key.
func (t Trend) key() string { return "development.trend_" + string(t) }

// trend is that of the stages of an account that were reached since some day, the
// oldest first: where it stands now against where it stood then.
func trend(since []Stand) Trend {
	if len(since) == 0 {
		return Steady
	}
	before, now := since[0].Was, since[len(since)-1].Stage
	if before == 0 { // the first that was written down: nobody knows where it stood
		before = since[0].Stage
	}
	switch {
	case now > before:
		return Up
	case now < before:
		return Down
	}
	return Steady
}
