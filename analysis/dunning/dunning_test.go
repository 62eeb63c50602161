package dunning_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/dunning"
	"erba/kernel"
)

func day(n int) kernel.Date { return kernel.On(2026, 6, 1).Add(n) }

// M77 (c): due −5 reminder, +1 call, +15 letter, +30 stop of delivery, +90 legal.
func TestTheStepsOfM77(t *testing.T) {
	c := dunning.Default()
	for days, want := range map[int]string{-6: "", -5: "remind", 0: "remind", 1: "call", 14: "call", 15: "letter", 29: "letter", 30: "stop", 89: "stop", 90: "legal", 4000: "legal"} {
		got := ""
		if at := c.Reached(days); at >= 0 {
			got = c.Steps[at].Does
		}
		if got != want {
			t.Errorf("%d days: %s, want %s", days, got, want)
		}
	}
	if days, ok := c.After(dunning.Stop); days != 30 || !ok {
		t.Errorf("stop after %d", days)
	}
	if err := c.Check(); err != nil {
		t.Error(err)
	}
}

func TestStepsThatMakeNoSense(t *testing.T) {
	for name, spoil := range map[string]func(*dunning.Config){
		"none":               func(c *dunning.Config) { c.Steps = nil },
		"two on one day":     func(c *dunning.Config) { c.Steps[1].Days = -5 },
		"an unknown one":     func(c *dunning.Config) { c.Steps[0].Does = "shout" },
		"a letter of spaces": func(c *dunning.Config) { c.Steps[2].TextEn = " " },
		"patience for ever":  func(c *dunning.Config) { c.Wait = 31 },
		"no time to count":   func(c *dunning.Config) { c.Keep = 0 },
	} {
		c := dunning.Default()
		if spoil(&c); c.Check() == nil {
			t.Errorf("%s passed", name)
		}
	}
}

func TestALetterSaysWhatItIsAbout(t *testing.T) {
	got := dunning.Fill("[account]：[total]，[nobody]", map[string]string{"account": "[total]", "total": "¥5"})
	if got != "[total]：¥5，[nobody]" { // what is filled in is not read again
		t.Error(got)
	}
}

func TestWhichPromisesWereKept(t *testing.T) {
	tests := map[string]struct {
		promises []dunning.Promise
		money    []dunning.Money
		on       int
		want     []string
	}{
		"the day is to come":              {[]dunning.Promise{{day(0), day(10), 100}}, nil, 10, []string{"pending"}},
		"one day more is given":           {[]dunning.Promise{{day(0), day(10), 100}}, nil, 11, []string{"pending"}},
		"nothing came":                    {[]dunning.Promise{{day(0), day(10), 100}}, nil, 12, []string{"broken"}},
		"all of it came before":           {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(3), 60}, {day(9), 40}}, 9, []string{"kept"}},
		"it came on the day after":        {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(11), 100}}, 30, []string{"kept"}},
		"it came two days later":          {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(12), 100}}, 30, []string{"broken"}},
		"a cent is missing":               {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(5), 99}}, 30, []string{"broken"}},
		"money from before it was made":   {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(-1), 500}}, 30, []string{"broken"}},
		"the same money keeps only one":   {[]dunning.Promise{{day(0), day(20), 100}, {day(0), day(10), 100}}, []dunning.Money{{day(5), 150}}, 30, []string{"broken", "kept"}},
		"what is left keeps the next":     {[]dunning.Promise{{day(0), day(10), 100}, {day(0), day(20), 50}}, []dunning.Money{{day(5), 150}}, 30, []string{"kept", "kept"}},
		"money that comes later than now": {[]dunning.Promise{{day(0), day(10), 100}}, []dunning.Money{{day(8), 100}}, 5, []string{"pending"}},
	}
	for name, test := range tests {
		var got []string
		for _, f := range dunning.Fulfil(test.promises, test.money, day(test.on), 1) {
			got = append(got, f.State)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", name, got, test.want)
		}
	}
}

func TestWhenMoneyIsExpected(t *testing.T) {
	claims := []dunning.Open{{"A", day(-20), 100}, {"B", day(10), 50}, {"C", kernel.Date{}, 5}}
	got := dunning.Expect(claims, []dunning.Promise{{Due: day(4), Amount: 70}}, 7, day(0))
	want := []dunning.Expected{{day(4), 70, "promise", "A"}, {day(17), 50, "habit", "B"}, {kernel.Date{}, 30, "unsaid", "A"}, {kernel.Date{}, 5, "unsaid", "C"}}
	if !slices.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	if got := dunning.Expect(claims[1:2], nil, 0, day(0)); got[0] != (dunning.Expected{On: day(10), Amount: 50, Why: "due", Number: "B"}) {
		t.Errorf("%v", got)
	}
}

func TestAllThatIsOpenIsExpectedOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var claims []dunning.Open
		var promised []dunning.Promise
		var open, sum int64
		for range rapid.IntRange(0, 6).Draw(t, "claims") {
			c := dunning.Open{Due: day(rapid.IntRange(-50, 50).Draw(t, "due")), Left: rapid.Int64Range(1, 1000).Draw(t, "left")}
			claims, open = append(claims, c), open+c.Left
		}
		for range rapid.IntRange(0, 4).Draw(t, "promises") {
			promised = append(promised, dunning.Promise{Due: day(rapid.IntRange(0, 50).Draw(t, "by")), Amount: rapid.Int64Range(1, 1500).Draw(t, "promised")})
		}
		for _, e := range dunning.Expect(claims, promised, rapid.IntRange(-5, 60).Draw(t, "late"), day(0)) {
			if sum += e.Amount; e.Amount <= 0 || e.Why != dunning.Unsaid && e.On.Compare(day(0)) < 0 {
				t.Fatalf("%+v", e)
			}
		}
		if sum != open {
			t.Fatalf("%d expected of %d", sum, open)
		}
	})
}

func TestMoneyKeepsPromisesOnce(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var promises []dunning.Promise
		var money []dunning.Money
		var came, got int64
		for range rapid.IntRange(0, 6).Draw(t, "promises") {
			made := rapid.IntRange(0, 30).Draw(t, "made")
			promises = append(promises, dunning.Promise{Made: day(made), Due: day(made + rapid.IntRange(0, 20).Draw(t, "days")), Amount: rapid.Int64Range(1, 100).Draw(t, "amount")})
		}
		for range rapid.IntRange(0, 6).Draw(t, "receipts") {
			m := dunning.Money{On: day(rapid.IntRange(0, 60).Draw(t, "on")), Amount: rapid.Int64Range(1, 150).Draw(t, "came")}
			money, came = append(money, m), came+m.Amount
		}
		for i, f := range dunning.Fulfil(promises, money, day(90), 1) {
			if got += f.Got; f.Got > promises[i].Amount || (f.State == dunning.Kept) != (f.Got == promises[i].Amount) {
				t.Fatalf("%+v of %+v", f, promises[i])
			}
		}
		if got > came {
			t.Fatalf("%d kept by %d", got, came)
		}
	})
}
