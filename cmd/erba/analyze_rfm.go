package main

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/spf13/cobra"

	"erba/analysis/rfm"
	"erba/analysis/sales"
	"erba/kernel"
)

type rfmDocument struct {
	common
	AsOf       kernel.Date    `json:"as_of"`
	Binning    rfm.Binning    `json:"binning"`
	Scores     map[string]int `json:"scores"`
	Thresholds thresholds     `json:"thresholds"`
	Rows       []rfmRow       `json:"rows"`
}

// thresholds are the four steps of each measure: by rank from score 2 to 5, by
// quantile the lower ends of the bins 2 to 5, recency not reversed.
type thresholds struct {
	Recency [4]float64 `json:"recency"`
	Orders  [4]float64 `json:"orders"`
	Amount  [4]string  `json:"amount"`
}

type rfmRow struct {
	Customer string `json:"customer"`
	Recency  int32  `json:"recency_days"`
	Orders   int32  `json:"orders"`
	Amount   string `json:"amount"`
	R        uint8  `json:"r"`
	F        uint8  `json:"f"`
	M        uint8  `json:"m"`
	Type     string `json:"type"`
	Segment  string `json:"segment"`
}

var rfmHeader = []string{"customer", "recency_days", "orders", "amount", "r", "f", "m", "type", "segment"}

func judgeRFM(c *cobra.Command, t *tabulation) (findings, error) {
	cfg, err := rfmConfig(c)
	if err != nil {
		return findings{}, err
	}
	columns, scores, scorer := t.book.RFM(t.asOf), make([]rfm.Score, len(t.book.Customers)), rfm.Scorer{}
	steps, _ := scorer.Score(columns, cfg, scores)
	d := rfmDocument{common: t.common(), AsOf: t.asOf, Binning: cfg.Binning, Scores: map[string]int{},
		Thresholds: thresholdsOf(&scorer, columns, steps, cfg), Rows: []rfmRow{}}
	table := rfm.Segments()
	for i, s := range scores {
		if s.Scored() {
			d.Scores[strconv.Itoa(s.Number())]++
			d.Rows = append(d.Rows, rfmRow{t.book.Customers[i], columns.Recency[i], columns.Orders[i],
				kernel.Micro(columns.Amount[i]).String(), s.R, s.F, s.M, cfg.TypeOf(s).Key(), rfm.SegmentOf(s, table)})
		}
	}
	return findings{d, d.facts(), rfmHeader, d.table()}, nil
}

func rfmConfig(c *cobra.Command) (rfm.Config, error) {
	cfg := rfm.Default()
	binning, err := c.Flags().GetString("binning")
	if err != nil {
		return cfg, err
	}
	cfg.Binning, cfg.Unit = rfm.Binning(binning), sales.Unit
	for i := range cfg.Few.Amount {
		cfg.Few.Amount[i] *= sales.Unit / 100 // the default is in minor units
	}
	return cfg, cfg.Check()
}

func thresholdsOf(scorer *rfm.Scorer, columns rfm.Columns, steps rfm.Steps, cfg rfm.Config) (t thresholds) {
	edges := scorer.Edges(columns, cfg)
	t.Recency, t.Orders = edges.Recency, edges.Orders
	for i, step := range steps.Amount {
		t.Amount[i] = kernel.Micro(step).String()
		if cfg.Binning == rfm.ByRank {
			t.Recency[i], t.Orders[i] = float64(steps.Recency[i]), float64(steps.Orders[i])
		}
	}
	return t
}

// facts end with the scores that most customers have.
func (d rfmDocument) facts() []fact {
	facts, best := append(d.common.facts(), fact{"as_of", d.AsOf.String()}, fact{"binning", string(d.Binning)}), make([]string, 0, len(d.Scores))
	for score := range d.Scores {
		best = append(best, score)
	}
	slices.SortFunc(best, func(a, b string) int { return d.Scores[b]*1000 + number(b) - d.Scores[a]*1000 - number(a) })
	for _, score := range best[:min(5, len(best))] {
		facts = append(facts, fact{"score " + score, strconv.Itoa(d.Scores[score])})
	}
	return facts
}

func (d rfmDocument) table() [][]string {
	rows := make([][]string, len(d.Rows))
	for i, r := range d.Rows {
		rows[i] = []string{r.Customer, fmt.Sprint(r.Recency), fmt.Sprint(r.Orders), r.Amount,
			fmt.Sprint(r.R), fmt.Sprint(r.F), fmt.Sprint(r.M), r.Type, r.Segment}
	}
	return rows
}

func number(s string) int {
	n, _ := strconv.Atoi(s)
	return n
}
