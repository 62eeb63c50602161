// Package point decides what a customer's points are worth on a day (method M89):
// so many for every hundred yuan he buys, more for a VIP, always rounded down; they
// expire, the oldest are used first, and goods that come back take theirs along.
package point

import (
	"slices"

	"erba/analysis/care"
	"erba/kernel"
)

// Config holds what a company may decide differently.
type Config struct {
	Rate   float64 `json:"rate"   unit:"points" minimum:"0" maximum:"100" doc:"For every 100 yuan bought: 1"`
	VIP    float64 `json:"vip"    unit:"times"  minimum:"1" maximum:"10"  doc:"… times this for a VIP: 1.5"`
	Months int     `json:"months" unit:"months" minimum:"1" maximum:"120" doc:"After which they expire: 24"`
}

// Default is a point for every hundred yuan, half as much more for a VIP, for two years.
func Default() Config { return Config{Rate: 1, VIP: 1.5, Months: 24} }

// Check refuses points that never count.
func (c Config) Check() error {
	switch {
	case !(c.Rate >= 0 && c.Rate <= 100):
		return kernel.Invalid("point.bad_rate").In("rate")
	case !(c.VIP >= 1 && c.VIP <= 10):
		return kernel.Invalid("point.bad_vip").In("vip")
	case c.Months < 1 || c.Months > 120:
		return kernel.Invalid("point.bad_months").In("months")
	}
	return nil
}

// Earned are the points of what was bought, in minor units of the base currency:
// whole hundreds, times the rate, rounded down; none where more came back.
func (c Config) Earned(minor int64, vip bool) int64 {
	factor := c.Rate
	if vip {
		factor *= c.VIP
	}
	return care.Points(max(0, minor)/100, factor)
}

// Expires is the last day on which points of a day can be used.
func (c Config) Expires(on kernel.Date) kernel.Date { return on.AddMonths(c.Months).Add(-1) }

// Entry is a booking: points earned (with the day on which they expire), or, below
// zero, used or taken back. Those that are taken back name the day on which what
// they take back would have expired.
type Entry struct {
	On      kernel.Date
	Expires kernel.Date // zero: used
	Points  int64
}

// Standing is what there is on a day: Earned − Used − Expired = Balance − Owed.
type Standing struct {
	Earned  int64       `json:"earned"  doc:"What was taken back is off"`
	Used    int64       `json:"used"`
	Expired int64       `json:"expired"`
	Balance int64       `json:"balance"`
	Owed    int64       `json:"owed"    doc:"Used, but taken back since: the next ones pay for it"`
	Next    int64       `json:"next"    doc:"Points that expire next"`
	NextOn  kernel.Date `json:"next_on,omitzero" doc:"… the last day of theirs"`
}

// lot are points that expire on one day.
type lot struct {
	expires kernel.Date
	left    int64
}

// AsOf is the standing at the end of a day, from the bookings up to it.
func AsOf(on kernel.Date, entries []Entry) (s Standing) {
	sorted := slices.Clone(entries)
	slices.SortStableFunc(sorted, func(a, b Entry) int { return a.On.Compare(b.On) })
	var lots []lot
	for _, e := range sorted {
		if e.On.Compare(on) > 0 {
			break
		}
		switch {
		case e.Expires.IsZero():
			s.Used -= e.Points
			s.Owed += take(lots, e.On, -e.Points)
		case e.Points < 0:
			s.Earned += e.Points
			s.Owed += back(lots, e)
		default:
			s.Earned += e.Points
			paid := min(s.Owed, e.Points)
			s.Owed -= paid
			lots = enter(lots, lot{e.Expires, e.Points - paid})
		}
	}
	s.count(on, lots)
	return s
}

// enter keeps lots in the order in which they expire.
func enter(lots []lot, l lot) []lot {
	at, found := slices.BinarySearchFunc(lots, l, func(a, b lot) int { return a.expires.Compare(b.expires) })
	if found {
		lots[at].left += l.left
		return lots
	}
	return slices.Insert(lots, at, l)
}

// take uses points, those first that expire first, and returns how many there were
// too few of.
func take(lots []lot, on kernel.Date, points int64) int64 {
	for i := range lots {
		if lots[i].expires.Compare(on) < 0 {
			continue
		}
		part := min(points, lots[i].left)
		lots[i].left -= part
		points -= part
	}
	return points
}

// back takes points back where they were earned, and else from any that remain.
func back(lots []lot, e Entry) int64 {
	points := -e.Points
	for i := range lots {
		if lots[i].expires == e.Expires {
			part := min(points, lots[i].left)
			lots[i].left -= part
			points -= part
		}
	}
	return take(lots, e.On, points)
}

func (s *Standing) count(on kernel.Date, lots []lot) {
	for _, l := range lots {
		switch {
		case l.expires.Compare(on) < 0:
			s.Expired += l.left
		case l.left > 0:
			if s.Balance == 0 {
				s.Next, s.NextOn = l.left, l.expires
			}
			s.Balance += l.left
		}
	}
}
