package pool

import (
	"errors"
	"testing"

	"erba/kernel"
)

var june = kernel.On(2026, 6, 30)

func TestWhenAnAccountFalls(t *testing.T) {
	rules := Rules{Lines: []Line{{"C", 90}, {None, 30}}, Warn: 7}
	ago := func(days int) kernel.Date { return june.Add(-days) }
	rep, spared := kernel.NewID(), kernel.NewID()
	const falls, soon, key, claimed, stays = "falls", "soon", "key", "claimed", "stays"
	for sentence, c := range map[string]struct {
		Subject
		want string
	}{
		"on the ninetieth day without an order":            {Subject{Owner: rep, Class: "C", Order: ago(90), Opened: ago(900)}, falls},
		"a day before, its owner has been told":            {Subject{Owner: rep, Class: "C", Order: ago(89), Opened: ago(900)}, soon},
		"seven days before, he is told":                    {Subject{Owner: rep, Class: "C", Order: ago(83), Opened: ago(900)}, soon},
		"eight days before, nothing is said":               {Subject{Owner: rep, Class: "C", Order: ago(82), Opened: ago(900)}, stays},
		"a visit counts as much as an order":               {Subject{Owner: rep, Class: "C", Order: ago(400), Visit: ago(10), Opened: ago(900)}, stays},
		"who has just got it has all his days":             {Subject{Owner: rep, Class: "C", Order: ago(400), Since: ago(1), Opened: ago(900)}, stays},
		"a class without a line never falls":               {Subject{Owner: rep, Class: "A", Order: ago(900), Opened: ago(900)}, stays},
		"who has never bought is counted from its opening": {Subject{Owner: rep, Class: None, Opened: ago(30)}, falls},
		"a key account is kept and named":                  {Subject{Owner: rep, Class: "C", Order: ago(400), Opened: ago(900), Key: true}, key},
		"unless it was left out by name":                   {Subject{Account: spared, Owner: rep, Class: "C", Order: ago(400), Opened: ago(900), Key: true}, stays},
		"what its owner has registered is kept":            {Subject{Owner: rep, Class: "C", Order: ago(400), Opened: ago(900), Claimed: true}, claimed},
		"nobody's account does not fall again":             {Subject{Class: "C", Order: ago(400), Opened: ago(900)}, stays},
	} {
		rules.Spare = []kernel.ID{spared}
		var j Judged
		j.take(rules, c.Subject, june)
		got := stays
		switch {
		case len(j.Falls) == 1:
			got = falls
		case len(j.Soon) == 1:
			got = soon
		case len(j.Keys) == 1:
			got = key
		case j.Claimed == 1:
			got = claimed
		}
		if got != c.want || len(j.Strays) != 0 {
			t.Errorf("%s: it %s", sentence, got)
		}
	}
	rules.Unowned = true
	var j Judged
	if j.take(rules, Subject{Opened: june}, june); len(j.Strays) != 1 {
		t.Error("where the rules say so, nobody's account is put into the pool")
	}
}

func TestWhatTheLastContactWas(t *testing.T) {
	day := func(n int) kernel.Date { return june.Add(n) }
	for want, s := range map[string]Subject{
		ByOpened: {Opened: day(-9)}, ByOrder: {Opened: day(-9), Order: day(-1), Visit: day(-2)},
		ByVisit: {Opened: day(-9), Order: day(-3), Visit: day(-2)}, ByOwner: {Opened: day(-9), Order: day(-3), Since: day(-1)},
	} {
		if _, by := s.Contact(); by != want {
			t.Errorf("%s instead of %s", by, want)
		}
	}
}

func TestRulesThatMakeNoSense(t *testing.T) {
	for key, r := range map[string]Rules{
		"pool.bad_class":  {Lines: []Line{{"C", 90}, {"C", 60}}, Warn: 7},
		"pool.bad_days":   {Lines: []Line{{"C", 7}}, Warn: 7},
		"pool.bad_limits": {Most: -1, Warn: 7},
	} {
		if fault, is := errors.AsType[*kernel.Fault](r.Check()); !is || fault.Key != key {
			t.Errorf("%v, want %s", r.Check(), key)
		}
	}
}

func TestHowLongAgoIsToldRoughly(t *testing.T) {
	for days, want := range map[int]string{0: month, 30: month, 31: quarter, 91: quarter, 92: half, 182: half, 183: year, 365: year, 366: older} {
		if got := bucket(june.Add(-days), june); got != want {
			t.Errorf("%d days ago is %s", days, got)
		}
	}
	if bucket(kernel.Date{}, june) != never {
		t.Error("who has never bought has never bought")
	}
}
