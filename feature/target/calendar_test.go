package target

import (
	"errors"
	"fmt"
	"testing"

	"pgregory.net/rapid"

	"erba/kernel"
)

// key is the text key of a refusal.
func key(err error) string {
	if f, ok := errors.AsType[*kernel.Fault](err); ok {
		return f.Key
	}
	return fmt.Sprint(err)
}

// closing25 is a year whose months close on the 25th.
func closing25(year int) Calendar {
	c := Calendar{Year: int64(year), Set: true, Version: 1}
	for i := range c.Months {
		c.Months[i] = Span{kernel.On(year, i, 26), kernel.On(year, i+1, 25)}
	}
	return c
}

func TestWhatIsNoFiscalYear(t *testing.T) {
	tests := map[string]struct {
		spoil func(*Calendar)
		want  string
	}{
		"every month closes on the 25th":      {func(*Calendar) {}, "<nil>"},
		"April begins before March has ended": {func(c *Calendar) { c.Months[3].From = kernel.On(2026, 3, 24) }, "target.month_overlap"},
		"a day between March and April":       {func(c *Calendar) { c.Months[3].From = kernel.On(2026, 3, 27) }, "target.month_gap"},
		"a month that ends before it begins":  {func(c *Calendar) { c.Months[3].To = kernel.On(2026, 3, 1) }, "target.month_backward"},
		"a month without an end":              {func(c *Calendar) { c.Months[3].To = kernel.Date{} }, "target.month_open"},
		"thirteen months":                     {func(c *Calendar) { c.Months[11].To = kernel.On(2027, 1, 25) }, "target.bad_length"},
		"a year of another time":              {func(c *Calendar) { c.Year = 2033 }, "target.bad_length"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			c := closing25(2026)
			tt.spoil(&c)
			if got := key(c.Check()); got != tt.want {
				t.Error(got)
			}
		})
	}
}

func TestYearsThatAreNotSetFollowFromThoseThatAre(t *testing.T) {
	all := Calendars{2026: closing25(2026)}
	tests := map[string]struct {
		all      Calendars
		year     int64
		from, to string
	}{
		"without any, it is the calendar's":           {Calendars{}, 2026, "2026-01-01", "2026-12-31"},
		"the year that is set":                        {all, 2026, "2025-12-26", "2026-12-25"},
		"the one behind closes on the same day":       {all, 2027, "2026-12-26", "2027-12-25"},
		"so does the one before":                      {all, 2025, "2024-12-26", "2025-12-25"},
		"between two it ends where the next begins":   {Calendars{2026: closing25(2026), 2028: Calendars{}.Of(2028)}, 2027, "2026-12-26", "2027-12-31"},
		"and beyond, it goes on by the one before it": {Calendars{2026: closing25(2026), 2028: Calendars{}.Of(2028)}, 2029, "2029-01-01", "2029-12-31"},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			if d := tt.all.Of(tt.year).Days(); d.From.String() != tt.from || d.To.String() != tt.to {
				t.Error(d)
			}
		})
	}
	if err := all.Fits(Calendars{}.Of(2027)); key(err) != "target.year_apart" {
		t.Errorf("a calendar year behind one that closes on 25 December: %v", err)
	}
	if err := all.Fits(Calendars{}.Of(2025)); key(err) != "target.year_ends_apart" {
		t.Errorf("a calendar year before it: %v", err)
	}
}

func TestEveryDayBelongsToOneMonthOfOneYear(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := Calendars{}
		for _, year := range rapid.SliceOfNDistinct(rapid.Int64Range(2020, 2030), 0, 3, rapid.ID).Draw(t, "set") {
			c := all.Of(year)
			if rapid.Bool().Draw(t, "shifted") && !all[year-1].Set && !all[year+1].Set {
				c = closing25(int(year))
			}
			if c.Set = true; c.Check() == nil && all.Fits(c) == nil {
				all[year] = c
			}
		}
		day := kernel.On(2020, 1, 1).Add(rapid.IntRange(0, 4000).Draw(t, "day"))
		found := 0
		for year := int64(2018); year <= 2033; year++ {
			for _, m := range all.Of(year).Months {
				if m.holds(day) {
					found++
				}
			}
		}
		if found != 1 || !all.At(day).Days().holds(day) {
			t.Fatalf("%v belongs to %d months of %v", day, found, all)
		}
	})
}

func TestWorkdays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		s := Span{From: kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 700).Draw(t, "from"))}
		s.To = s.From.Add(rapid.IntRange(-2, 400).Draw(t, "length"))
		n := 0
		for day := s.From; day.Compare(s.To) <= 0; day = day.Add(1) {
			// 2026-01-05 was a Monday
			if since := (day.Days(kernel.On(2026, 1, 5))%7 + 7) % 7; since < 5 {
				n++
			}
		}
		if s.workdays() != n {
			t.Fatalf("%v: %d, not %d", s, s.workdays(), n)
		}
	})
}
