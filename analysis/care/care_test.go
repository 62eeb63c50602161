package care

import (
	"math"
	"testing"
	"time"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/kernel"
)

// M89 (e): VIP buys 12,345: 184 points, always rounded down. An event of 30,000
// with 60 guests costs 500 each; gross profit of 90,000 afterwards is 200 %. The
// first answer is to come within 4 working hours.
func TestM89(t *testing.T) {
	if got := Points(12_345, 1.5); got != 184 {
		t.Errorf("%d points", got)
	}
	if e := (Event{Cost: 30_000, Guests: 60, Profit: 90_000}); e.PerGuest() != null.Of(500) || e.Return() != null.Of(2) {
		t.Errorf("%v each, %v", e.PerGuest(), e.Return())
	}
	if c := Default(); !c.InTime(4) || c.InTime(4.01) {
		t.Error("not four hours")
	}
}

func at(t *testing.T, text string) time.Time {
	t.Helper()
	place, err := time.LoadLocation("Asia/Shanghai")
	if err != nil {
		t.Fatal(err)
	}
	one, err := time.ParseInLocation("2006-01-02 15:04", text, place)
	if err != nil {
		t.Fatal(err)
	}
	return one
}

// 2026-06-05 is a Friday.
func TestOnlyHoursOfWorkAreWaited(t *testing.T) {
	cfg := Default()
	cfg.Holidays, cfg.Worked = []kernel.Date{kernel.On(2026, 6, 19)}, []kernel.Date{kernel.On(2026, 6, 28)}
	tests := map[string]struct {
		from, until string
		want        float64
	}{
		"within a morning":                 {"2026-06-05 09:30", "2026-06-05 11:00", 1.5},
		"over the pause":                   {"2026-06-05 11:00", "2026-06-05 14:00", 2},
		"within the pause":                 {"2026-06-05 12:10", "2026-06-05 12:50", 0},
		"asked at night":                   {"2026-06-04 22:00", "2026-06-05 10:00", 1},
		"answered at night":                {"2026-06-04 17:00", "2026-06-04 23:00", 1},
		"over a weekend":                   {"2026-06-05 17:00", "2026-06-08 10:00", 2},
		"over a holiday and a weekend":     {"2026-06-18 17:00", "2026-06-22 09:30", 1.5},
		"a Sunday that is made up for":     {"2026-06-27 12:00", "2026-06-28 10:00", 1},
		"a whole week":                     {"2026-06-01 09:00", "2026-06-08 09:00", 40},
		"answered before it was asked":     {"2026-06-05 11:00", "2026-06-05 10:00", 0},
		"asked and answered on a Saturday": {"2026-06-06 10:00", "2026-06-06 15:00", 0},
	}
	for name, tt := range tests {
		if got := cfg.Clock().Waited(at(t, tt.from), at(t, tt.until)); math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: %v hours, not %v", name, got, tt.want)
		}
	}
}

// Waiting in two parts is waiting in one.
func TestWaitingAddsUp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		k, begin := Default().Clock(), time.Unix(1_770_000_000, 0)
		a := begin.Add(time.Duration(rapid.IntRange(0, 80_000).Draw(t, "a")) * time.Minute)
		b := a.Add(time.Duration(rapid.IntRange(0, 20_000).Draw(t, "b")) * time.Minute)
		c := b.Add(time.Duration(rapid.IntRange(0, 20_000).Draw(t, "c")) * time.Minute)
		whole, parts := k.Waited(a, c), k.Waited(a, b)+k.Waited(b, c)
		if math.Abs(whole-parts) > 1e-6 || whole < 0 || whole > c.Sub(a).Hours() {
			t.Fatalf("%v in one, %v in two, of %v", whole, parts, c.Sub(a))
		}
	})
}

func TestWhatIsNoDayOfWork(t *testing.T) {
	tests := map[string]func(*Config){
		"care.bad_target": func(c *Config) { c.Target = 0 },
		"care.bad_day":    func(c *Config) { c.Until = 9 },
		"care.bad_pause":  func(c *Config) { c.Pause = 8 },
		"care.bad_year":   func(c *Config) { c.Yearly = c.Gift - 1 },
	}
	for want, spoil := range tests {
		cfg := Default()
		if spoil(&cfg); cfg.Check() == nil || cfg.Check().(*kernel.Fault).Key != want {
			t.Errorf("%s: %v", want, cfg.Check())
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}

// M59: gifts of up to 200 yuan, and up to five times that in a year.
func TestGiftsAboveALimitTakeConsent(t *testing.T) {
	cfg := Default()
	tests := map[string]struct {
		value, before int64
		want          bool
	}{
		"at the limit":                 {200_00, 0, false},
		"a fen above it":               {200_01, 0, true},
		"the last of a year":           {200_00, 800_00, false},
		"a little one after that":      {10_00, 1000_00, true},
		"a fen above that of the year": {100_01, 900_00, true},
	}
	for name, tt := range tests {
		if got := cfg.Exceeds(tt.value, tt.before); got != tt.want {
			t.Errorf("%s: %v", name, got)
		}
	}
}
