// Package worth decides how it is told what an account is worth: step by step
// from its sales to what is left of them, with the entries of cost behind each
// step, and as a list. Nobody is told who may not read margins, and a step of
// which nothing is recorded is named, not nought.
package worth

import (
	"erba/feature/portfolio"
	"erba/platform/export"
)

// Steps are the columns of one account's contribution, as text keys.
var Steps = []string{"worth.step", "worth.hours", "worth.amount"}

// Contributions are the columns of a list of contributions.
var Contributions = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.to_serve", "worth.given", "worth.credit",
	"worth.part_contribution", "worth.grade"}

// Efforts are the columns of a list by return on what was put in.
var Efforts = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.spent", "worth.output", "worth.input", "worth.roi",
	"worth.field", "worth.target"}

// sum is an amount that may not be known: an empty cell, not nought.
func sum(minor *int64) any {
	if minor == nil {
		return nil
	}
	return export.Amount(*minor)
}

// contributing is an account as a row under Contributions.
func contributing(c portfolio.Contributing) []any {
	return []any{c.Code, c.Name, export.Amount(c.Sales), sum(c.Gross), sum(c.Service), sum(c.Fees), sum(c.Credit), sum(c.Amount), c.Grade}
}
