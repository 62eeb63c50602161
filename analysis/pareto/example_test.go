package pareto_test

import (
	"fmt"

	"erba/analysis/pareto"
)

func ExampleAnalyse() {
	sales := []int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4}
	r := pareto.Analyse(sales, pareto.Default())
	fmt.Printf("top %d hold %.1f %%; %d reach 80 %%; Gini %.6f\n", r.N20, 100*r.Top20Share, r.K80, r.Gini)
	// Output: top 2 hold 76.9 %; 3 reach 80 %; Gini 0.685125
}

func ExampleABC() {
	fmt.Println(pareto.ABC([]int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4}, pareto.Default()))
	// Output: [A A A B B B C C C C]
}

func ExampleRanking_Explain() {
	var ranking pareto.Ranking
	e := ranking.Rank([]int64{820, 410, 130, 90, 60, 40, 25, 15, 6, 4}).Explain(3, pareto.Default())
	fmt.Println(e.Result, e.Rule, e.Changes[0].To, e.Changes[0].Result)
	// Output: abc.B abc.rule_share_before 131 abc.A
}
