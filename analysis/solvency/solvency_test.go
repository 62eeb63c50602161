package solvency_test

import (
	"testing"

	"pgregory.net/rapid"

	"erba/analysis/null"
	"erba/analysis/solvency"
	"erba/kernel"
)

// M79 (e): 80/75/90/70 give 82.0 and AA; 6 days late on average give an index of 88.
func TestM79(t *testing.T) {
	cfg := solvency.Default()
	if r := cfg.Rate(solvency.Scores{Finance: 80, Reputation: 75, Payment: 90, Other: 70}); r.Score != 82 || r.Grade != solvency.AA {
		t.Errorf("%v is %s", r.Score, r.Grade)
	}
	if n := cfg.Record(6); n != 88 {
		t.Errorf("6 days late: %v", n)
	}
}

func TestRecord(t *testing.T) {
	cfg := solvency.Default()
	for late, want := range map[null.Number]null.Number{0: 100, -3: 100, 14: 72, 49: 2, 50: 0, 51: 0, 400: 0} {
		if got := cfg.Record(late); got != want {
			t.Errorf("%v days late: %v, want %v", late, got, want)
		}
	}
	if cfg.Record(null.None).Known() {
		t.Error("who never had to pay has a record")
	}
}

func TestGrades(t *testing.T) {
	cfg := solvency.Default()
	all := func(n null.Number) solvency.Scores {
		return solvency.Scores{Finance: n, Reputation: n, Payment: n, Other: n}
	}
	with := func(s solvency.Scores, change func(*solvency.Scores)) solvency.Scores { change(&s); return s }
	tests := map[string]struct {
		scores solvency.Scores
		grade  solvency.Grade
		rule   string
	}{
		"90 is AAA":                    {all(90), solvency.AAA, "score"},
		"89.9 is AA":                   {all(89.9), solvency.AA, "score"},
		"80 is AA":                     {all(80), solvency.AA, "score"},
		"70 is A":                      {all(70), solvency.A, "score"},
		"60 is B":                      {all(60), solvency.B, "score"},
		"59.9 is C":                    {all(59.9), solvency.C, "score"},
		"insolvency":                   {with(all(95), func(s *solvency.Scores) { s.Insolvent = true }), solvency.C, "insolvent"},
		"the list of the courts":       {with(all(95), func(s *solvency.Scores) { s.Dishonest = true }), solvency.C, "dishonest"},
		"90 days overdue":              {with(all(95), func(s *solvency.Scores) { s.Worst = 90 }), solvency.AAA, "score"},
		"91 days overdue":              {with(all(95), func(s *solvency.Scores) { s.Worst = 91 }), solvency.C, "overdue"},
		"without balance sheet":        {with(all(95), func(s *solvency.Scores) { s.Finance = null.None }), "", "none"},
		"a new customer":               {with(all(85), func(s *solvency.Scores) { s.Payment = null.None }), solvency.AA, "score"},
		"insolvent and never rated":    {solvency.Scores{Finance: null.None, Insolvent: true}, solvency.C, "insolvent"},
		"the example of the statement": {solvency.Scores{Finance: 78, Reputation: 80, Payment: 72, Other: 80}, solvency.A, "score"},
	}
	for name, test := range tests {
		if r := cfg.Rate(test.scores); r.Grade != test.grade || r.Rule != "solvency.rule_"+test.rule {
			t.Errorf("%s: %+v", name, r)
		}
	}
}

func TestReviewsAndWhoIsWatched(t *testing.T) {
	cfg, on := solvency.Default(), kernel.On(2026, 6, 30)
	for grade, want := range map[solvency.Grade]kernel.Date{solvency.AAA: kernel.On(2027, 6, 30), solvency.A: kernel.On(2027, 6, 30), solvency.B: kernel.On(2026, 12, 30), solvency.C: kernel.On(2026, 9, 30)} {
		if got := cfg.Review(grade, on); got != want {
			t.Errorf("%s is looked at on %s, want %s", grade, got, want)
		}
	}
	tests := map[[2]solvency.Grade]bool{{"AAA", ""}: false, {"B", "B"}: true, {"B", "C"}: true, {"C", ""}: true, {"A", "AA"}: true, {"AA", "A"}: false, {"", "AAA"}: false}
	for pair, want := range tests {
		if got := solvency.HighRisk(pair[0], pair[1]); got != want {
			t.Errorf("%q after %q: %v", pair[0], pair[1], got)
		}
	}
}

// Whoever scores higher in anything, or pays earlier, is never graded lower.
func TestBetterIsNeverWorse(t *testing.T) {
	cfg := solvency.Default()
	rapid.Check(t, func(t *rapid.T) {
		score := func(label string) null.Number { return null.Of(rapid.Float64Range(0, 100).Draw(t, label)) }
		s := solvency.Scores{Finance: score("finance"), Reputation: score("reputation"), Other: score("other"), Worst: rapid.IntRange(0, 200).Draw(t, "worst")}
		late := null.Of(rapid.IntRange(0, 80).Draw(t, "late"))
		s.Payment = cfg.Record(late)
		better := s
		better.Payment = cfg.Record(late - null.Of(rapid.IntRange(0, 80).Draw(t, "earlier")))
		better.Finance = min(100, s.Finance+score("more")/10)
		better.Worst = rapid.IntRange(0, s.Worst).Draw(t, "less overdue")
		was, is := cfg.Rate(s), cfg.Rate(better)
		if is.Grade.Rank() > was.Grade.Rank() || is.Score < was.Score {
			t.Fatalf("%+v is %+v, %+v is %+v", s, was, better, is)
		}
	})
}
