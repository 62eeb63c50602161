package visit

import (
	"strings"

	rules "erba/analysis/visit"
	"erba/kernel"
)

// The times of day at which a suggested visit begins: two in each half day.
var beginnings = [2][]int64{{9*60 + 30, 10*60 + 45}, {14 * 60, 15*60 + 30}}

// What speaks for a half day: more than one meets the same city again, than a person
// likes it, than visits went well then.
const (
	sameCity   = 4.0
	likes      = 3.0
	goesWell   = 2.0
	usualShare = 0.4 // taken for a half day of which too little is known
	mostADay   = 3   // suggestions
)

// week is what is known of the days among which a visit finds its place.
type week struct {
	monday kernel.Date
	today  kernel.Date
	now    int64                             // minute of today
	cities map[kernel.Date]map[string]string // city → the account that is visited there
	busy   map[kernel.Date][][2]int64
	given  map[kernel.Date]int // suggestions so far
	hours  []rules.Slot
	likes  map[kernel.ID][]preferred // by account
}

// chosen is a place in the week for a visit, with what speaks for it.
type chosen struct {
	day   kernel.Date
	start int64
	score float64
	why   []Said
}

// choose finds the best free place of the week for a visit at an account.
func (w *week) choose(account kernel.ID, city string) (best chosen, found bool) {
	for i := range 5 {
		day := w.monday.Add(i)
		if day.Compare(w.today) < 0 || w.given[day] >= mostADay {
			continue
		}
		for half := range 2 {
			start, free := w.start(day, half)
			if !free {
				continue
			}
			one := w.judge(account, city, day, half)
			one.start = start
			if !found || one.score > best.score {
				best, found = one, true
			}
		}
	}
	return best, found
}

// start is the first time of a half day at which nobody is anywhere else.
func (w *week) start(day kernel.Date, half int) (int64, bool) {
	for _, start := range beginnings[half] {
		if day == w.today && start <= w.now {
			continue
		}
		free := true
		for _, taken := range w.busy[day] {
			free = free && (start+usual <= taken[0] || start >= taken[1])
		}
		if free {
			return start, true
		}
	}
	return 0, false
}

// judge says what speaks for a half day.
func (w *week) judge(account kernel.ID, city string, day kernel.Date, half int) chosen {
	c := chosen{day: day, why: []Said{}}
	if there, same := w.cities[day][city]; same && city != "" {
		c.score += sameCity
		c.why = append(c.why, Said{"visit.for_city", map[string]any{"city": city, "account": there}})
	}
	for _, p := range w.likes[account] {
		if p.suits(day, half) {
			c.score += likes
			c.why = append(c.why, Said{"visit.for_person", map[string]any{"name": p.Name}})
			break
		}
	}
	slot := w.hours[2*(rules.Weekday(day)-1)+half]
	if !slot.Share.Known() {
		c.score += goesWell * usualShare
		return c
	}
	c.score += goesWell * float64(slot.Share)
	if slot.Share > usualShare {
		c.why = append(c.why, Said{"visit.for_hour", map[string]any{"met": slot.Met, "visits": slot.Visits}})
	}
	return c
}

// take gives a place to a suggestion, so that the next one finds another.
func (w *week) take(c chosen, city, account string) {
	w.given[c.day]++
	w.busy[c.day] = append(w.busy[c.day], [2]int64{c.start, c.start + usual})
	w.meet(c.day, city, account)
}

// meet notes that somebody is in a city on a day.
func (w *week) meet(day kernel.Date, city, account string) {
	if w.cities[day] == nil {
		w.cities[day] = map[string]string{}
	}
	if _, known := w.cities[day][city]; !known {
		w.cities[day][city] = account
	}
}

const halfDays = 10 // from Monday morning to Friday afternoon

// suits reports whether somebody likes to be visited in a half day.
func (h hour) suits(day kernel.Date, half int) bool {
	at := 2*(rules.Weekday(day)-1) + half
	return at < len(h.Slots) && h.Slots[at] == '1'
}

// checkSlots refuses what are no half days.
func checkSlots(slots string) error {
	if len(slots) != halfDays || strings.Trim(slots, "01") != "" {
		return kernel.Invalid("visit.bad_slots").In("slots")
	}
	return nil
}
