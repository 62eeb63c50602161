package point_test

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/point"
	"erba/kernel"
)

// M89 (e): a VIP who buys 12,345 gets floor(floor(12,345/100)·1.5) = 184 points.
func TestM89Points(t *testing.T) {
	cfg := point.Default()
	for _, test := range []struct {
		minor int64
		vip   bool
		want  int64
	}{{12_345_00, true, 184}, {12_345_00, false, 123}, {99_99, true, 0}, {-5_000_00, false, 0}} {
		if got := cfg.Earned(test.minor, test.vip); got != test.want {
			t.Errorf("%d (VIP %v): %d points, want %d", test.minor, test.vip, got, test.want)
		}
	}
	if got := cfg.Expires(kernel.On(2026, 1, 31)); got != kernel.On(2028, 1, 30) {
		t.Errorf("after 24 months: %s", got)
	}
}

func TestWhatPointsAreLeft(t *testing.T) {
	day := func(n int) kernel.Date { return kernel.On(2026, 1, 1).Add(n) }
	earned := func(on, expires int, points int64) point.Entry {
		return point.Entry{On: day(on), Expires: day(expires), Points: points}
	}
	used := func(on int, points int64) point.Entry { return point.Entry{On: day(on), Points: -points} }
	tests := map[string]struct {
		entries []point.Entry
		on      int
		want    point.Standing
	}{
		"the oldest are used first":          {[]point.Entry{earned(0, 10, 50), earned(5, 20, 50), used(6, 60)}, 12, point.Standing{Earned: 100, Used: 60, Balance: 40, Next: 40, NextOn: day(20)}},
		"what was not used in time is lost":  {[]point.Entry{earned(0, 10, 50), earned(5, 20, 50), used(6, 20)}, 11, point.Standing{Earned: 100, Used: 20, Expired: 30, Balance: 50, Next: 50, NextOn: day(20)}},
		"on the last day they still count":   {[]point.Entry{earned(0, 10, 50)}, 10, point.Standing{Earned: 50, Balance: 50, Next: 50, NextOn: day(10)}},
		"goods that come back":               {[]point.Entry{earned(0, 10, 50), earned(0, 20, 50), earned(3, 20, -30)}, 4, point.Standing{Earned: 70, Balance: 70, Next: 50, NextOn: day(10)}},
		"used before they were taken back":   {[]point.Entry{earned(0, 10, 50), used(1, 50), earned(2, 10, -20)}, 3, point.Standing{Earned: 30, Used: 50, Owed: 20}},
		"the next ones pay for it":           {[]point.Entry{earned(0, 10, 50), used(1, 50), earned(2, 10, -20), earned(3, 30, 25)}, 4, point.Standing{Earned: 55, Used: 50, Balance: 5, Next: 5, NextOn: day(30)}},
		"tomorrow's bookings count tomorrow": {[]point.Entry{earned(9, 99, 50)}, 8, point.Standing{}},
	}
	for name, test := range tests {
		if got := point.AsOf(day(test.on), test.entries); got != test.want {
			t.Errorf("%s: %+v, want %+v", name, got, test.want)
		}
	}
}

func TestNoPointIsLostOrMade(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var all []point.Entry
		start := kernel.On(2026, 1, 1)
		for range rapid.IntRange(0, 20).Draw(t, "bookings") {
			e := point.Entry{On: start.Add(rapid.IntRange(0, 100).Draw(t, "on")), Points: rapid.Int64Range(-50, 50).Draw(t, "points")}
			if e.Points >= 0 || rapid.Bool().Draw(t, "back") {
				e.Expires = e.On.Add(rapid.IntRange(0, 60).Draw(t, "life"))
			}
			all = append(all, e)
		}
		s := point.AsOf(start.Add(rapid.IntRange(0, 160).Draw(t, "as of")), all)
		if s.Earned-s.Used-s.Expired != s.Balance-s.Owed || s.Balance < 0 || s.Owed < 0 || s.Expired < 0 {
			t.Fatalf("%+v", s)
		}
	})
}
