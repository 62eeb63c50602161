package qualification

import (
	"cmp"
	"slices"

	"erba/analysis/null"
	"erba/kernel"
)

// Cuts read a figure as an answer: as many points as cuts are reached. They rise
// where more is better and fall where less is.
type Cuts [Best]float64

// Rate is the answer that a figure reads as; false: the figure is not known.
func (c Cuts) Rate(n null.Number) (rating int, known bool) {
	if !n.Known() {
		return 0, false
	}
	for _, cut := range c {
		if c.rises() && float64(n) >= cut || !c.rises() && float64(n) <= cut {
			rating++
		}
	}
	return rating, true
}

func (c Cuts) rises() bool { return c[0] < c[Best-1] }

func (c Cuts) check(rising bool) error {
	order := func(a, b float64) int { return cmp.Compare(a, b) }
	if !rising {
		order = func(a, b float64) int { return cmp.Compare(b, a) }
	}
	if !slices.IsSortedFunc(c[:], order) || c[0] == c[Best-1] {
		return kernel.Invalid("qualification.bad_cuts")
	}
	return nil
}

// Data is how figures that the program knows read as answers. It stands beside
// what people say and never in its place.
type Data struct {
	Earning Cuts `json:"earning" unit:"share" minimum:"-1" maximum:"1"  doc:"What is left of the deal's amount: rising"`
	Paying  Cuts `json:"paying"  unit:"days"  minimum:"0" maximum:"365" doc:"Days that payments come late: falling"`
	Credit  Cuts `json:"credit"  unit:"share" minimum:"0" maximum:"100" doc:"Free credit as a share of the amount: rising"`
	Bidding Cuts `json:"bidding" unit:"share" minimum:"0" maximum:"1"   doc:"What bidding takes, as a share of the amount: falling"`
	Hours   Cuts `json:"hours"   unit:"share" minimum:"0" maximum:"100" doc:"Hours that people have, as a share of those it takes: rising"`
	Wallet  Cuts `json:"wallet"  unit:"share" minimum:"0" maximum:"1"   doc:"Our share of what the customer buys: rising"`
	Winning Cuts `json:"winning" unit:"share" minimum:"0" maximum:"1"   doc:"Deals won of those closed: rising"`
}

func defaultData() Data {
	return Data{
		Earning: Cuts{0, 0.08, 0.18, 0.25, 0.35},
		Paying:  Cuts{30, 15, 7, 3, 0},
		Credit:  Cuts{0.25, 0.5, 1, 1.5, 2},
		Bidding: Cuts{0.20, 0.10, 0.05, 0.02, 0.01},
		Hours:   Cuts{0.25, 0.5, 1, 1.25, 1.5},
		Wallet:  Cuts{0.05, 0.10, 0.20, 0.35, 0.50},
		Winning: Cuts{0.10, 0.25, 0.40, 0.55, 0.70},
	}
}

func (d Data) check() error {
	for _, of := range []struct {
		name   string
		cuts   Cuts
		rising bool
	}{{"earning", d.Earning, true}, {"paying", d.Paying, false}, {"credit", d.Credit, true}, {"bidding", d.Bidding, false},
		{"hours", d.Hours, true}, {"wallet", d.Wallet, true}, {"winning", d.Winning, true}} {
		if err := of.cuts.check(of.rising); err != nil {
			return kernel.Within(of.name, err)
		}
	}
	return nil
}

// Reading is what data says to a question.
type Reading struct {
	Question string
	Rating   int
}

// Replaced are answers as they would be if everything that data speaks of were
// answered by it: the worst of several readings counts. The answers themselves stay.
func Replaced(given Answers, read []Reading) Answers {
	all, told := Answers{}, map[string]bool{}
	for key, a := range given {
		all[key] = a
	}
	for _, r := range read {
		if told[r.Question] {
			r.Rating = min(r.Rating, all[r.Question].Rating)
		}
		all[r.Question], told[r.Question] = Answer{Rating: r.Rating}, true
	}
	return all
}
