package main

import (
	"math"
	"strconv"

	"github.com/spf13/cobra"

	"erba/analysis/pareto"
)

// share is a fraction with the six places that the specification prints.
type share float64

// MarshalJSON rounds only here, at the output.
func (s share) MarshalJSON() ([]byte, error) {
	return []byte(strconv.FormatFloat(math.Round(float64(s)*1e6)/1e6, 'f', -1, 64)), nil
}

// concentration are the keys of pareto and abc.
type concentration struct {
	common
	Total       string `json:"total"`
	NotPositive int    `json:"not_positive"`
	N20         int    `json:"n20"`
	Top20Share  share  `json:"top20_share"`
	K80         int    `json:"k80"`
	K80Share    share  `json:"k80_share"`
	Top1Share   share  `json:"top1_share"`
	HHI         share  `json:"hhi"`
	Gini        share  `json:"gini"`
	Dependent   bool   `json:"dependent"`
}

type abcDocument struct {
	concentration
	Classes       map[string]int    `json:"classes"`
	ClassesAmount map[string]string `json:"classes_amount"`
}

func judgePareto(_ *cobra.Command, t *tabulation) (findings, error) {
	k := new(pareto.Ranking).Rank(t.book.Amounts())
	document, facts := concentrate(t, k)
	return findings{document, facts, rankHeader, t.ranked(k)}, nil
}

func judgeABC(_ *cobra.Command, t *tabulation) (findings, error) {
	k := new(pareto.Ranking).Rank(t.book.Amounts())
	base, facts := concentrate(t, k)
	document := abcDocument{base, map[string]int{}, map[string]string{}}
	classes := k.Classes(pareto.Default())
	for _, class := range []pareto.Class{pareto.A, pareto.B, pareto.C} {
		name, n, amount := class.String(), classes.Count[class], money(classes.Amount[class])
		document.Classes[name], document.ClassesAmount[name] = n, amount
		facts = append(facts, fact{"ABC " + name, strconv.Itoa(n) + "  " + amount})
	}
	return findings{document, facts, rankHeader, t.ranked(k)}, nil
}

func concentrate(t *tabulation, k *pareto.Ranking) (concentration, []fact) {
	r := k.Measure(pareto.Default())
	c := concentration{t.common(), money(r.Total), r.Excluded, r.N20, share(r.Top20Share), r.K80, share(r.K80Share),
		share(r.Top1Share), share(r.HHI), share(r.Gini), r.Dependent}
	return c, append(c.facts(), fact{"total", c.Total}, fact{"not_positive", strconv.Itoa(r.Excluded)},
		fact{"top20_share", decimal(r.Top20Share, 6)}, fact{"k80", strconv.Itoa(r.K80)}, fact{"top1_share", decimal(r.Top1Share, 6)},
		fact{"hhi", decimal(r.HHI, 6)}, fact{"gini", decimal(r.Gini, 6)})
}

var rankHeader = []string{"customer", "amount", "rank", "share", "cum_share", "class"}

// ranked are the customers above zero, the largest first.
func (t *tabulation) ranked(k *pareto.Ranking) [][]string {
	classes, rows := make([]pareto.Class, len(t.book.Customers)), make([][]string, len(k.Rows))
	k.Classify(classes, pareto.Default())
	for i, row := range k.Rows {
		total := float64(k.Total)
		rows[i] = []string{t.book.Customers[row], money(k.Value(i)), strconv.Itoa(i + 1),
			decimal(float64(k.Value(i))/total, 8), decimal(float64(k.Sums[i])/total, 8), classes[row].String()}
	}
	return rows
}
