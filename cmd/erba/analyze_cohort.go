package main

import (
	"strconv"

	"github.com/spf13/cobra"

	"erba/analysis/cohort"
	"erba/analysis/why"
	"erba/kernel"
)

type cohortDocument struct {
	common
	Cohorts []cohortRow `json:"cohorts"`
	Months  []monthRow  `json:"months"`
}

type cohortRow struct {
	Month  cohort.Month `json:"month"`
	Size   int          `json:"size"`
	Active []int        `json:"active"`
}

type monthRow struct {
	cohort.Activity
	Amount    string          `json:"amount"`
	Retention *float64        `json:"retention"`
	Why       why.Explanation `json:"why"`
}

var cohortHeader = []string{"cohort", "month", "offset", "cohort_size", "active_customers", "retention", "orders", "revenue"}

func judgeCohorts(_ *cobra.Command, t *tabulation) (findings, error) {
	table := cohort.Make(t.book.Cohorts())
	d := cohortDocument{t.common(), []cohortRow{}, []monthRow{}}
	var rows [][]string
	for _, c := range table.Cohorts {
		d.Cohorts = append(d.Cohorts, cohortRow{c.Month, c.Size, c.Active})
		for offset, active := range c.Active {
			rows = append(rows, []string{c.Month.String(), (c.Month + cohort.Month(offset)).String(), strconv.Itoa(offset), strconv.Itoa(c.Size),
				strconv.Itoa(active), decimal(c.Retention(offset), 6), strconv.Itoa(c.Orders[offset]), kernel.Micro(c.Amount[offset]).String()})
		}
	}
	for i, a := range table.Months {
		m := monthRow{Activity: a, Amount: money(kernel.Micro(a.Amount).Minor()), Why: table.Explain(i)}
		if share, known := table.Retention(i); known {
			m.Retention = &share
		}
		d.Months = append(d.Months, m)
	}
	return findings{d, d.common.facts(), cohortHeader, rows}, nil
}
