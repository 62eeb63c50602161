package forecast

import (
	"math"
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/kernel"
)

func near(a null.Number, b float64) bool { return math.Abs(float64(a)-b) < 1e-4 }

func TestAShareOfFewSaysHowSureItIs(t *testing.T) {
	cfg := Default()
	s := cfg.Share(7, 19)
	if !near(s.Mean, 7.0/19) || !(s.Low < s.Mean && s.Mean < s.High) {
		t.Errorf("%+v", s)
	}
	if few := cfg.Share(3, 4); few.Mean.Known() || few.Won != 3 || few.Of != 4 {
		t.Errorf("four cases have a share: %+v", few)
	}
}

// The regularised incomplete Beta function of whole numbers is a sum of binomial
// probabilities: a second way to the quantiles.
func below(x float64, a, b int) (sum float64) {
	n := a + b - 1
	for j := a; j <= n; j++ {
		ways := math.Exp(lg(n+1) - lg(j+1) - lg(n-j+1))
		sum += ways * math.Pow(x, float64(j)) * math.Pow(1-x, float64(n-j))
	}
	return sum
}

func lg(n int) float64 { v, _ := math.Lgamma(float64(n)); return v }

func TestTheIntervalHoldsWhatItSays(t *testing.T) {
	cfg := Default()
	rapid.Check(t, func(t *rapid.T) {
		of := rapid.IntRange(cfg.Least, 200).Draw(t, "of")
		won := rapid.IntRange(0, of).Draw(t, "won")
		s := cfg.Share(won, of)
		low, high := below(float64(s.Low), won+1, of-won+1), below(float64(s.High), won+1, of-won+1)
		if s.Low < 0 || s.High > 1 || low > 0.1+1e-6 || high < 0.9-1e-6 {
			t.Fatalf("%d of %d: %+v holds %.4f to %.4f", won, of, s, low, high)
		}
		if won > 0 && won < of && (math.Abs(low-0.1) > 1e-6 && s.Low != s.Mean || math.Abs(high-0.9) > 1e-6 && s.High != s.Mean) {
			t.Fatalf("%d of %d: %+v holds %.4f to %.4f", won, of, s, low, high)
		}
	})
}

// Kaplan and Meier by hand: 1 of 5 decided on day 6, one open since then, 2 of 3 on day 10.
func TestCycleByHand(t *testing.T) {
	c := CycleOf([]Course{{10, true}, {6, true}, {8, false}, {10, true}, {12, false}})
	if len(c.Steps) != 2 || c.Steps[0].Day != 6 || math.Abs(c.Steps[0].Left-0.8) > 1e-12 || math.Abs(c.Steps[1].Left-0.8/3) > 1e-12 {
		t.Fatalf("%+v", c)
	}
	if c.Median() != 10 || c.Left(9) != 0.8 || c.Left(3) != 1 || !near(c.Within(7, 3), 2.0/3) {
		t.Errorf("median %v, after 9 %v, within %v", c.Median(), c.Left(9), c.Within(7, 3))
	}
	if open := CycleOf([]Course{{3, false}}); open.Median().Known() || open.Within(1, 5).Known() {
		t.Errorf("of an open deal alone: %+v", open)
	}
}

// Nobody is undecided longer when more are decided, and without open deals the
// share left is the plain one.
func TestTheShareLeftOnlyFalls(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Course {
			return Course{rapid.IntRange(0, 30).Draw(t, "days"), rapid.Bool().Draw(t, "decided")}
		}), 1, 40).Draw(t, "courses")
		c, last := CycleOf(all), 1.0
		for _, s := range c.Steps {
			if s.Left > last || s.Left < 0 {
				t.Fatalf("%+v", c)
			}
			last = s.Left
		}
		for i := range all {
			all[i].Decided = true
		}
		day, longer := rapid.IntRange(0, 31).Draw(t, "day"), 0
		for _, one := range all {
			if one.Days > day {
				longer++
			}
		}
		if got := CycleOf(all).Left(day); math.Abs(got-float64(longer)/float64(len(all))) > 1e-9 {
			t.Fatalf("after %d days %v, not %d of %d", day, got, longer, len(all))
		}
	})
}

// M72 (e): 100 at 30 %, 200 at 50 %, 50 at 90 % are 175.
func TestWeighted(t *testing.T) {
	s := None()
	for _, d := range []Deal{{100, kernel.Percent(100, 30), Commit, Share{Mean: null.None}, null.None}, {200, kernel.Percent(200, 50), Best, Share{Mean: null.None}, null.None}, {50, kernel.Percent(50, 90), Pipeline, Share{Mean: null.None}, null.None}} {
		s.Add(d)
	}
	if s.Weighted != 175 || s.Commit != 100 || s.Best != 200 || s.Pipeline != 50 || s.Total != 350 || s.History.Known() {
		t.Errorf("%+v", s)
	}
}

// Half of 10 deals of 100 that came as far were won, half of them in time: 25 are to be hoped for.
func TestHistory(t *testing.T) {
	cfg, s := Default(), None()
	rate := cfg.Share(5, 10)
	s.Judge(Deal{100, 30, Commit, rate, 0.5})
	s.Judge(Deal{100, 30, Commit, cfg.Share(1, 2), 0.5})
	if s.History != 25 || s.Low >= s.History || s.High <= s.History || s.Judged != 1 || s.Count != 0 {
		t.Errorf("%+v", s)
	}
}

func TestWhatIsMissedAndCovered(t *testing.T) {
	if got := Missed(110, 100); !near(got, 0.1) || Missed(1, 0).Known() {
		t.Errorf("missed %v", got)
	}
	if got := Covered(300, 250, 150); !near(got, 3) || Covered(300, 100, 150).Known() {
		t.Errorf("covered %v", got)
	}
}

func TestNonsenseIsNoConfiguration(t *testing.T) {
	for name, change := range map[string]func(*Config){
		"a window of no month": func(c *Config) { c.Window = 0 }, "sure of everything": func(c *Config) { c.Sure = 1 },
		"no case": func(c *Config) { c.Least = 0 }, "less than what is missing": func(c *Config) { c.Coverage = 0.5 },
	} {
		c := Default()
		if change(&c); c.Check() == nil {
			t.Errorf("%s was taken", name)
		}
	}
}
