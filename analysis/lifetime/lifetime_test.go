package lifetime

import (
	"math"
	"math/rand/v2"
	"testing"

	"erba/analysis/clv"
	"erba/analysis/null"
	"pgregory.net/rapid"
)

// The worked example of the specification: 50,000 a year, 85 % stay, 10 % discount.
func TestM90Value(t *testing.T) {
	value, five, ok := Formula(50_000, 0.85, 0.10)
	if !ok || math.Abs(value-170_000) > 1e-6 || math.Abs(five-123_163.96) > 0.005 {
		t.Errorf("%v, %v, %v", value, five, ok)
	}
}

func TestFormula(t *testing.T) {
	tests := map[string]struct {
		margin, retention, discount float64
		value                       float64
		ok                          bool
	}{
		"nobody stays":               {100, 0, 0.1, 0, true},
		"a loss stays a loss":        {-100, 0.5, 0, -100, true},
		"everybody stays, at 10 %":   {100, 1, 0.1, 1000, true},
		"everybody stays for ever":   {100, 1, 0, 0, false},
		"more stay than there were":  {100, 1.2, 0.1, 0, false},
		"fewer than none stay":       {100, -0.1, 0.1, 0, false},
		"a margin that nobody knows": {math.NaN(), 0.5, 0.1, 0, false},
	}
	for name, tt := range tests {
		value, _, ok := Formula(tt.margin, tt.retention, tt.discount)
		if ok != tt.ok || ok && math.Abs(value-tt.value) > 1e-9 {
			t.Errorf("%s: %v, %v", name, value, ok)
		}
	}
}

func TestTheYearsSumUpToTheValue(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, r, d := rapid.Float64Range(-1e9, 1e9).Draw(t, "m"), rapid.Float64Range(0, 0.95).Draw(t, "r"), rapid.Float64Range(0, 1).Draw(t, "d")
		value, five, ok := Formula(m, r, d)
		rest, q := 0.0, r/(1+d)
		for year := Years + 1; year < 2000; year++ {
			rest += m * math.Pow(q, float64(year))
		}
		if !ok || math.Abs(value-five-rest) > 1e-6*(1+math.Abs(value)) {
			t.Fatalf("%v is not %v and %v", value, five, rest)
		}
	})
}

// leaving are customers of a world in which dropout is seen: they buy weekly or
// so, and leave after some orders.
func leaving(n int) []Life {
	random, all := rand.New(rand.NewPCG(1, 2)), make([]Life, n)
	for i := range all {
		c := clv.Customer{Age: 104}
		rate, leave, sum := 0.05+0.4*random.Float64(), 0.05+0.3*random.Float64(), 0.0
		for at := random.ExpFloat64() / rate; at < c.Age; at += random.ExpFloat64() / rate {
			c.X, c.Last, sum = c.X+1, at, sum+(20_000+60_000*random.Float64())
			if random.Float64() < leave {
				break
			}
		}
		if c.X > 0 {
			c.Mean = sum / float64(c.X)
		}
		all[i] = Life{Customer: c, Margin: null.Of(sum / 2), Bought: true}
	}
	return all
}

func TestWhichWay(t *testing.T) {
	cfg, all := Default(), leaving(1500)
	told := cfg.Fit(all, 60, 100)
	if told.Why != "" || !told.Fitted || told.Retention != 0.6 {
		t.Fatalf("fitted as %+v", told)
	}
	few := cfg.Fit(all[:20], 60, 100)
	unseen := told
	unseen.Why = NotIdentified
	good := Life{Customer: clv.Customer{X: 5, Last: 100, Age: 104, Mean: 50_000}, Margin: 100_000, Bought: true}
	with := func(change func(*Life)) Life { l := good; change(&l); return l }
	tests := map[string]struct {
		fit      *Fit
		life     Life
		way, why string
	}{
		"who bought again and again has a forecast of his own": {&told, good, Forecast, ""},
		"whose orders leave nothing has none":                  {&told, with(func(l *Life) { l.Mean, l.Margin = -5, -5 }), Simple, NoProfit},
		"without costs nothing is known":                       {&told, with(func(l *Life) { l.Margin = null.None }), Unknown, NoMargin},
		"who never bought has no value":                        {&told, Life{}, Unknown, NeverBought},
		"where dropout is not seen it is the formula":          {&unseen, good, Simple, NotIdentified},
		"where few bought again it is the formula":             {&few, good, Simple, TooFew},
		"without retention there is no formula":                {&Fit{Why: TooFew, Retention: null.None}, good, Unknown, NoRetention},
	}
	for name, tt := range tests {
		t.Run(name, func(t *testing.T) {
			w := cfg.Value(tt.fit, tt.life)
			if w.Way != tt.way || w.Why != tt.why || w.Five.Known() != (tt.way != Unknown) {
				t.Errorf("got %+v", w)
			}
			if e := cfg.Explain(tt.fit, tt.life); e.Model != ID || e.Rule == "" || len(e.Inputs) < 5 {
				t.Errorf("explained as %+v", e)
			}
		})
	}
}

// The yearly sum of a forecast, computed by clv with its own discounting at the
// end of months, is near that of years.
func TestAForecastIsThatOfItsOrders(t *testing.T) {
	cfg, all := Default(), leaving(1500)
	fit := cfg.Fit(all, 60, 100)
	l := Life{Customer: clv.Customer{X: 8, Last: 103, Age: 104, Mean: 45_000}, Margin: 1, Bought: true}
	each, _ := fit.Each.Each(l.scaled(fit.Scale))
	monthly := clv.Discount{Months: 60, Rate: math.Pow(1.10, 1.0/12) - 1, WeeksPerMonth: weeks / 12}.Value(fit.Orders, l.Customer, each*fit.Scale)
	if five := float64(cfg.Value(&fit, l).Five); five > monthly || five < monthly/1.10 {
		t.Errorf("%v, by the month %v", five, monthly)
	}
}

func TestSettingsThatMakeNoSense(t *testing.T) {
	for name, c := range map[string]Config{
		"a discount above everything": {2, 0, 30}, "more stay than there were": {0.1, 1.5, 30},
		"everybody stays for ever": {0, 1, 30}, "a model of nobody": {0.1, 0, 0},
	} {
		if c.Check() == nil {
			t.Errorf("%s is accepted", name)
		}
	}
	if err := Default().Check(); err != nil {
		t.Error(err)
	}
}
