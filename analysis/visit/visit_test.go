package visit

import (
	"errors"
	"testing"
	"time"

	"pgregory.net/rapid"

	"erba/kernel"
)

var june = kernel.On(2026, 6, 1)

// M58 (e): a MAJOR account visited on 2026-06-01 is due on 06-08; with the factor 1.5
// of its quadrant after 4.67 days, of which the fraction goes: 06-05. Of 20 planned
// 17 were executed: 85.0 %.
func TestM58(t *testing.T) {
	c := Default()
	for _, tt := range []struct {
		name string
		of   Standing
		days int
		rule Rule
		due  kernel.Date
	}{
		{"a MAJOR account", Standing{Tier: "MAJOR", Factor: 1}, 7, Major, kernel.On(2026, 6, 8)},
		{"invest: one and a half times the visits", Standing{Tier: "MAJOR", Factor: 1.5}, 4, Major, kernel.On(2026, 6, 5)},
		{"NAMED", Standing{Tier: "NAMED", Factor: 1}, 14, Named, kernel.On(2026, 6, 15)},
		{"selective, 14 / 1.2", Standing{Tier: "NAMED", Factor: 1.2}, 11, Named, kernel.On(2026, 6, 12)},
		{"harvest: half of the visits", Standing{Tier: "NONNAMED", Factor: 0.5}, 60, NonNamed, kernel.On(2026, 7, 31)},
		{"MASS is called", Standing{Tier: "MASS", Factor: 1}, 90, Mass, kernel.On(2026, 8, 30)},
		{"the shortest of those that apply holds", Standing{Tier: "MASS", Grid: "B", Factor: 1}, 14, GridB, kernel.On(2026, 6, 15)},
		{"a VIP of a low tier", Standing{Tier: "NONNAMED", VIP: true, Factor: 1}, 7, VIP, kernel.On(2026, 6, 8)},
		{"GRID.C below NAMED", Standing{Tier: "NAMED", Grid: "C", Factor: 1}, 14, Named, kernel.On(2026, 6, 15)},
		{"no class, no visits", Standing{Factor: 1}, 0, None, kernel.Date{}},
		{"a quadrant that wants none", Standing{Tier: "MAJOR", Factor: 0}, 0, Major, kernel.Date{}},
		{"never less than a day", Standing{Tier: "MAJOR", Factor: 100}, 1, Major, kernel.On(2026, 6, 2)},
	} {
		got := c.Of(tt.of)
		if got.Days != tt.days || got.Rule != tt.rule || got.Call != (tt.rule == Mass) || got.Due(june, kernel.Date{}, june) != tt.due {
			t.Errorf("%s: %+v, due %s", tt.name, got, got.Due(june, kernel.Date{}, june))
		}
	}
	if got := Share(17, 20); got != 0.85 {
		t.Errorf("executed %v", got)
	}
	if Share(0, 0).Known() {
		t.Error("a share of none")
	}
}

// M59 (e): 6 of 8 done: 75.0 %; 20 visits, 14 with a promise: 70.0 %.
func TestM59(t *testing.T) {
	if Readiness(6) != 0.75 || Readiness(9) != 1 || Share(14, 20) != 0.7 {
		t.Errorf("%v, %v", Readiness(6), Share(14, 20))
	}
	p := DefaultPreparing()
	if !p.Read(0.6) || p.Read(0.59) || p.Read(Share(0, 0)) {
		t.Error("the background counts as read from 60 % on")
	}
}

func TestWhoWasNeverVisitedIsDueACadenceAfterHeWasKnown(t *testing.T) {
	c := Cadence{Days: 7}
	today := kernel.On(2026, 7, 1)
	if got := c.Due(kernel.Date{}, june, today); got != kernel.On(2026, 6, 8) {
		t.Errorf("known since June: %s", got)
	}
	if got := c.Due(kernel.Date{}, kernel.Date{}, today); got != today {
		t.Errorf("nobody knows since when: %s", got)
	}
}

// A cadence is at least a day, grows no longer with a higher class or a greater
// factor, and is the shortest of what each class would ask alone.
func TestCadencesAreDaysAndShorterForTheMoreImportant(t *testing.T) {
	c := Default()
	rapid.Check(t, func(t *rapid.T) {
		s := Standing{Tier: rapid.SampledFrom([]string{"", "MASS", "NONNAMED", "NAMED", "MAJOR"}).Draw(t, "tier"),
			Grid: rapid.SampledFrom([]string{"", "A", "B", "C"}).Draw(t, "grid"), VIP: rapid.Bool().Draw(t, "vip"),
			Factor: rapid.Float64Range(0.01, 100).Draw(t, "factor")}
		got := c.Of(s)
		shortest := 0
		for _, alone := range []Standing{{Tier: s.Tier, Factor: s.Factor}, {Grid: s.Grid, Factor: s.Factor}, {VIP: s.VIP, Factor: s.Factor}} {
			if one := c.Of(alone); one.Days > 0 && (shortest == 0 || one.Days < shortest) {
				shortest = one.Days
			}
		}
		if got.Days != shortest || got.Rule != None && got.Days < 1 {
			t.Fatalf("%+v: %+v, shortest %d", s, got, shortest)
		}
		more := s
		more.Factor *= 2
		if c.Of(more).Days > got.Days {
			t.Fatalf("more visits are a longer cadence: %+v", s)
		}
		if got.Days > 0 && got.Due(june, kernel.Date{}, june).Days(june) != got.Days {
			t.Fatalf("due %s", got.Due(june, kernel.Date{}, june))
		}
	})
}

// A due day is a day of the calendar: the instant of the visit, and the zone in
// which its clock was read, change nothing about it.
func TestDueDaysAreTheSameInEveryZone(t *testing.T) {
	zones := []string{"Asia/Shanghai", "America/New_York", "Pacific/Kiritimati", "Pacific/Niue", "Europe/Berlin", "Australia/Lord_Howe", "UTC"}
	rapid.Check(t, func(t *rapid.T) {
		day := kernel.On(2026, 1, 1).Add(rapid.IntRange(0, 800).Draw(t, "day"))
		minute, cadence := rapid.IntRange(0, 24*60-1).Draw(t, "minute"), Cadence{Days: rapid.IntRange(1, 365).Draw(t, "days")}
		want := day.Add(cadence.Days)
		for _, name := range zones {
			from, _, err := Span{day, minute, 30, name}.Instants()
			if err != nil {
				continue // skipped by the clocks there
			}
			zone, _ := ZoneOf(name)
			if got := cadence.Due(kernel.DateOf(from.In(zone)), kernel.Date{}, day); got != want {
				t.Fatalf("%s: due %s, want %s", name, got, want)
			}
		}
	})
}

func TestClocksThatAreMoved(t *testing.T) {
	for _, tt := range []struct {
		name   string
		span   Span
		utc    string
		refuse string
	}{
		{"Shanghai", Span{kernel.On(2026, 7, 1), 14 * 60, 90, "Asia/Shanghai"}, "2026-07-01T06:00:00Z", ""},
		{"Berlin skips 02:30 in spring", Span{kernel.On(2026, 3, 29), 2*60 + 30, 60, "Europe/Berlin"}, "", "03:00"},
		{"New York skips 02:00", Span{kernel.On(2026, 3, 8), 2 * 60, 60, "America/New_York"}, "", "03:00"},
		{"Lord Howe skips half an hour", Span{kernel.On(2026, 10, 4), 2*60 + 10, 60, "Australia/Lord_Howe"}, "", "02:30"},
		{"Santiago skips midnight", Span{kernel.On(2026, 9, 6), 10, 60, "America/Santiago"}, "", "01:00"},
		{"02:30 comes twice in Berlin: the first", Span{kernel.On(2026, 10, 25), 2*60 + 30, 60, "Europe/Berlin"}, "2026-10-25T00:30:00Z", ""},
		{"01:30 comes twice in New York: the first", Span{kernel.On(2026, 11, 1), 60 + 30, 60, "America/New_York"}, "2026-11-01T05:30:00Z", ""},
		{"01:45 comes twice on Lord Howe: the first", Span{kernel.On(2026, 4, 5), 60 + 45, 60, "Australia/Lord_Howe"}, "2026-04-04T14:45:00Z", ""},
	} {
		from, until, err := tt.span.Instants()
		if tt.refuse != "" {
			f, ok := errors.AsType[*kernel.Fault](err)
			if !ok || f.Key != "cadence.skipped_time" || f.Args["next"] != tt.refuse {
				t.Errorf("%s: %v %v", tt.name, from, err)
			}
			continue
		}
		if err != nil || from.UTC().Format(time.RFC3339) != tt.utc || until.Sub(from) != time.Duration(tt.span.Length)*time.Minute {
			t.Errorf("%s: %s–%s, %v", tt.name, from.UTC().Format(time.RFC3339), until.UTC().Format(time.RFC3339), err)
		}
	}
	for _, name := range []string{"", "Local", "Mars/Olympus", "../etc/passwd"} {
		if _, err := ZoneOf(name); err == nil {
			t.Errorf("%q is a zone", name)
		}
	}
}

func TestHalfDaysSayNothingBelowFiveVisits(t *testing.T) {
	c := Default()
	thursday, friday := kernel.On(2026, 7, 2), kernel.On(2026, 7, 3)
	var held []Held
	for i := range 6 {
		held = append(held, Held{thursday.Add(-7 * i), 9 * 60, i > 0})
	}
	for i := range 4 {
		held = append(held, Held{friday.Add(-7 * i), 9 * 60, true})
	}
	held = append(held, Held{thursday, Noon, true}, Held{kernel.On(2026, 7, 4), 9 * 60, true}, Held{thursday, -1, true})
	slots := c.Slots(held)
	if s := slots[6]; s.Weekday != 4 || s.Afternoon || s.Visits != 6 || s.Met != 5 || s.Share != Share(5, 6) {
		t.Errorf("Thursday morning %+v", s)
	}
	if s := slots[8]; s.Visits != 4 || s.Share.Known() {
		t.Errorf("Friday morning %+v", s)
	}
	if s := slots[7]; s.Visits != 1 || !s.Afternoon {
		t.Errorf("noon is afternoon: %+v", s)
	}
	if best, found := Best(slots); !found || best.Weekday != 4 {
		t.Errorf("%+v", best)
	}
	if _, found := Best(c.Slots(nil)); found {
		t.Error("the best of nothing")
	}
}

func TestWorkingDaysSkipTheWeekend(t *testing.T) {
	for from, want := range map[kernel.Date]kernel.Date{
		kernel.On(2026, 7, 1): kernel.On(2026, 7, 6), // Wednesday → Monday
		kernel.On(2026, 7, 3): kernel.On(2026, 7, 8), // Friday → Wednesday
		kernel.On(2026, 7, 4): kernel.On(2026, 7, 8), // Saturday → Wednesday
	} {
		if got := Working(from, 3); got != want {
			t.Errorf("three working days after %s: %s", from, got)
		}
	}
}

func TestWhenADayIsDue(t *testing.T) {
	wednesday := kernel.On(2026, 7, 1)
	for due, want := range map[kernel.Date]string{{}: Never, wednesday.Add(-1): Late, wednesday: Week, kernel.On(2026, 7, 5): Week, kernel.On(2026, 7, 6): Later} {
		if got := When(due, wednesday); got != want {
			t.Errorf("%s: %s", due, got)
		}
	}
}

func TestAnExplanationSaysWhatWouldChangeIt(t *testing.T) {
	c := Default()
	today := kernel.On(2026, 6, 10)
	e := c.Explain(Standing{Tier: "MAJOR", Factor: 1}, june, kernel.Date{}, today)
	if e.Result != "cadence.when_late" || e.Rule != "cadence.rule_major" || len(e.Changes) != 1 || e.Changes[0].To != 7 {
		t.Errorf("%+v", e)
	}
	if e := c.Explain(Standing{}, kernel.Date{}, june, today); e.Result != "cadence.when_never" || len(e.Changes) != 0 {
		t.Errorf("%+v", e)
	}
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"NAMED more often than MAJOR": func(c *Config) { c.Named = 6 },
		"GRID.C more often than B":    func(c *Config) { c.GridC = 13 },
		"no day":                      func(c *Config) { c.Mass = 0 },
		"no working day":              func(c *Config) { c.Judge = 0 },
	} {
		c := Default()
		if change(&c); c.Check() == nil {
			t.Errorf("%s was taken", name)
		}
	}
	if Default().Check() != nil || DefaultPreparing().Check() != nil || (Preparing{Background: 2, Follow: 1}).Check() == nil || (Preparing{}).Check() == nil {
		t.Error("preparation")
	}
}
