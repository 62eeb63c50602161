package visit

import (
	"erba/analysis/null"
	"erba/kernel"
)

// Noon is the minute of the day from which on it is afternoon.
const Noon = 12 * 60

// Held is a visit that took place: when, and which part of its objectives was met.
type Held struct {
	On     kernel.Date
	Minute int  // of the day; negative: nobody has said so
	Met    bool // its objectives were met
}

// Slot is a half day of the week.
type Slot struct {
	Weekday   int         `json:"weekday" doc:"1 is Monday"`
	Afternoon bool        `json:"afternoon"`
	Visits    int         `json:"visits"`
	Met       int         `json:"met"   doc:"Visits whose objectives were met"`
	Share     null.Number `json:"share" doc:"Met of visits; null: too few visits to say so"`
}

// Slots are the half days from Monday to Friday, mornings first, with how the visits
// went that fell on them. With fewer visits than least nothing is said.
func (c *Config) Slots(held []Held) []Slot {
	all := make([]Slot, 10)
	for i := range all {
		all[i] = Slot{Weekday: i/2 + 1, Afternoon: i%2 == 1, Share: null.None}
	}
	for _, h := range held {
		day := Weekday(h.On)
		if day > 5 || h.Minute < 0 {
			continue
		}
		s := &all[2*(day-1)+half(h.Minute)]
		s.Visits++
		if h.Met {
			s.Met++
		}
	}
	for i := range all {
		if all[i].Visits >= c.Least {
			all[i].Share = Share(all[i].Met, all[i].Visits)
		}
	}
	return all
}

func half(minute int) int {
	if minute >= Noon {
		return 1
	}
	return 0
}

// Best is the half day with the greatest share among some, the more visits the
// better where shares are equal; false where nothing is said of any.
func Best(slots []Slot) (best Slot, found bool) {
	for _, s := range slots {
		if !s.Share.Known() {
			continue
		}
		if !found || s.Share > best.Share || s.Share == best.Share && s.Visits > best.Visits {
			best, found = s, true
		}
	}
	return best, found
}
