package visit

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	rules "erba/analysis/visit"
	"erba/kernel"
)

// The first ones of a list that is never sorted are those of the sorted one.
func TestTheGreatestStakesComeFirst(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []waiting
		for row := range rapid.IntRange(0, 60).Draw(t, "accounts") {
			all = append(all, waiting{int32(row), july.Add(rapid.IntRange(-9, 9).Draw(t, "due")), rapid.Int64Range(-1, 5).Draw(t, "amount")})
		}
		var r ranked
		most := rapid.IntRange(1, 20).Draw(t, "most")
		for _, w := range all {
			r.add(w, most)
		}
		slices.SortFunc(all, byStake)
		if want := all[:min(most, len(all))]; r.count != len(all) || !slices.Equal(r.rows, want) {
			t.Fatalf("%v of %d, want %v", r.rows, r.count, want)
		}
	})
}

// A place in the week is never in the past, never taken twice, and never at the
// weekend.
func TestSuggestedPlacesAreFree(t *testing.T) {
	monday := kernel.On(2026, 6, 29)
	rapid.Check(t, func(t *rapid.T) {
		cfg := rules.Default()
		w := &week{monday: monday, today: monday.Add(rapid.IntRange(0, 6).Draw(t, "today")), now: rapid.Int64Range(0, 1439).Draw(t, "now"),
			cities: map[kernel.Date]map[string]string{}, busy: map[kernel.Date][][2]int64{}, given: map[kernel.Date]int{}, likes: map[kernel.ID][]preferred{},
			hours: cfg.Slots(nil)}
		for range rapid.IntRange(0, 8).Draw(t, "busy") {
			day, start := monday.Add(rapid.IntRange(0, 4).Draw(t, "day")), rapid.Int64Range(480, 1080).Draw(t, "start")
			w.busy[day] = append(w.busy[day], [2]int64{start, start + 90})
		}
		for range 30 {
			c, found := w.choose(kernel.NewID(), "苏州")
			if !found {
				return
			}
			if c.day.Compare(w.today) < 0 || c.day == w.today && c.start <= w.now || rules.Weekday(c.day) > 5 {
				t.Fatalf("%s at %d", c.day, c.start)
			}
			for _, taken := range w.busy[c.day] {
				if c.start < taken[1] && taken[0] < c.start+usual {
					t.Fatalf("%s at %d is taken", c.day, c.start)
				}
			}
			w.take(c, "苏州", "客户")
		}
		t.Fatal("a week without an end")
	})
}

func TestWhatSpeaksForAHalfDay(t *testing.T) {
	monday, wuxi := kernel.On(2026, 6, 29), kernel.NewID()
	cfg := rules.Default()
	var held []rules.Held
	for i := range 6 {
		held = append(held, rules.Held{On: monday.Add(-5 - 7*i), Minute: 900, Met: true}) // Wednesday afternoons
	}
	w := &week{monday: monday, today: monday, cities: map[kernel.Date]map[string]string{}, busy: map[kernel.Date][][2]int64{}, given: map[kernel.Date]int{},
		likes: map[kernel.ID][]preferred{wuxi: {{hour: hour{Slots: "0000000001"}, Name: "骆知远"}}}, hours: cfg.Slots(held)}
	for _, tt := range []struct {
		name, city string
		account    kernel.ID
		day        kernel.Date
		start      int64
		why        string
	}{
		{"visits went well on Wednesday afternoons", "无锡", kernel.NewID(), monday.Add(2), 840, "visit.for_hour"},
		{"somebody there likes Friday afternoons", "无锡", wuxi, monday.Add(4), 840, "visit.for_person"},
	} {
		c, found := w.choose(tt.account, tt.city)
		if !found || c.day != tt.day || c.start != tt.start || len(c.why) != 1 || c.why[0].Key != tt.why {
			t.Errorf("%s: %+v", tt.name, c)
		}
	}
	w.meet(monday.Add(3), "无锡", "锦溪纸业")
	if c, _ := w.choose(wuxi, "无锡"); c.day != monday.Add(3) || c.why[0].Key != "visit.for_city" || c.why[0].Args["account"] != "锦溪纸业" {
		t.Errorf("the same city on the same day: %+v", c)
	}
}
