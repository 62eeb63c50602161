package target

import (
	"erba/kernel"
)

// Span is some days, both ends included.
type Span struct {
	From kernel.Date `json:"from"`
	To   kernel.Date `json:"to"`
}

// holds reports whether a day is one of them.
func (s Span) holds(day kernel.Date) bool {
	return s.From.Compare(day) <= 0 && s.To.Compare(day) >= 0
}

// until is the part of it up to a day; false: it lies behind that day.
func (s Span) until(day kernel.Date) (Span, bool) {
	if s.To.Compare(day) > 0 {
		s.To = day
	}
	return s, s.From.Compare(s.To) <= 0
}

// workdays are the days from Monday to Friday: there is no calendar of holidays.
func (s Span) workdays() (n int) {
	days := s.To.Days(s.From) + 1
	if days <= 0 {
		return 0
	}
	n = days / 7 * 5
	for day := s.To.Add(1 - days%7); day.Compare(s.To) <= 0; day = day.Add(1) {
		if weekday := (day.Ordinal()%7 + 11) % 7; weekday != 0 && weekday != 6 { // 1970 began on a Thursday; 0 is Sunday
			n++
		}
	}
	return n
}

// Calendar is a fiscal year: twelve months that may close on any day.
type Calendar struct {
	ID      kernel.ID `json:"-"`
	Year    int64     `json:"year"`
	Months  [12]Span  `json:"months"`
	Set     bool      `json:"set"     doc:"Somebody has set it; else it follows from the nearest year that is set, or from the calendar"`
	Version int64     `json:"version" doc:"0: nobody has ever set it"`
}

// Revision is the version that a change must name to replace it.
func (c Calendar) Revision() int64 { return c.Version }

// Days is the whole year.
func (c Calendar) Days() Span { return Span{c.Months[0].From, c.Months[11].To} }

const (
	shortestYear = 350 // days
	longestYear  = 380
)

// Check reports the first month that is none, or that leaves out or counts twice a
// day beside another one.
func (c Calendar) Check() error {
	if c.Year < earliest || c.Year > latest {
		return kernel.Invalid("target.bad_year", "first", earliest, "last", latest)
	}
	for i, m := range c.Months {
		switch {
		case m.From.IsZero() || m.To.IsZero():
			return kernel.Invalid("target.month_open", "month", i+1)
		case m.From.Compare(m.To) > 0:
			return kernel.Invalid("target.month_backward", "month", i+1, "from", m.From, "to", m.To)
		case i > 0 && m.From.Compare(c.Months[i-1].To) <= 0:
			return kernel.Invalid("target.month_overlap", "month", i, "next", i+1, "from", m.From, "to", c.Months[i-1].To)
		case i > 0 && m.From != c.Months[i-1].To.Add(1):
			return kernel.Invalid("target.month_gap", "month", i, "next", i+1, "from", c.Months[i-1].To.Add(1), "to", m.From.Add(-1))
		}
	}
	days := c.Days()
	if y, _, _ := days.To.Parts(); days.To.Days(days.From)+1 < shortestYear || days.To.Days(days.From)+1 > longestYear || int64(y) < c.Year-1 || int64(y) > c.Year+1 {
		return kernel.Invalid("target.bad_length", "year", c.Year, "from", days.From, "to", days.To)
	}
	return nil
}

// Calendars are the fiscal years that are set, by year.
type Calendars map[int64]Calendar

// Fits refuses a year that overlaps with one beside it that is set, or leaves
// days between them.
func (all Calendars) Fits(c Calendar) error {
	days := c.Days()
	if before, set := all[c.Year-1]; set && before.Days().To.Add(1) != days.From {
		return kernel.Invalid("target.year_apart", "year", c.Year, "other", c.Year-1, "from", before.Days().To.Add(1))
	}
	if after, set := all[c.Year+1]; set && days.To.Add(1) != after.Days().From {
		return kernel.Invalid("target.year_ends_apart", "year", c.Year, "other", c.Year+1, "to", after.Days().From.Add(-1))
	}
	return nil
}

// Of is a year: as it is set, or as it follows from the nearest one that is, the
// one before rather than the one behind. Years always follow one another without
// a gap.
func (all Calendars) Of(year int64) Calendar {
	if c, set := all[year]; set {
		return c
	}
	c := Calendar{Year: year}
	base := all.nearest(year)
	shift := 12 * int(year-base.Year)
	for i := range c.Months {
		c.Months[i].From = base.Months[i].From.AddMonths(shift)
	}
	c.Months[0].From = all.start(year)
	for i := range 11 {
		c.Months[i].To = c.Months[i+1].From.Add(-1)
	}
	c.Months[11].To = all.start(year + 1).Add(-1)
	return c
}

// start is the first day of a year.
func (all Calendars) start(year int64) kernel.Date {
	if c, set := all[year]; set {
		return c.Days().From
	}
	if before, set := all[year-1]; set {
		return before.Days().To.Add(1)
	}
	base := all.nearest(year)
	return base.Days().From.AddMonths(12 * int(year-base.Year))
}

// nearest is the year that is set and by which another one goes; the calendar's,
// if none is.
func (all Calendars) nearest(year int64) Calendar {
	for far := int64(1); far <= latest-earliest; far++ {
		for _, y := range []int64{year - far, year + far} {
			if c, set := all[y]; set {
				return c
			}
		}
	}
	c := Calendar{Year: year}
	for i := range c.Months {
		first := kernel.On(int(year), i+1, 1)
		c.Months[i] = Span{first, first.AddMonths(1).Add(-1)}
	}
	return c
}

// At is the year to which a day belongs.
func (all Calendars) At(day kernel.Date) Calendar {
	y, _, _ := day.Parts()
	for _, year := range []int64{int64(y), int64(y) + 1, int64(y) - 1} {
		if c := all.Of(year); c.Days().holds(day) {
			return c
		}
	}
	return all.Of(int64(y))
}
