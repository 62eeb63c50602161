// Package worth decides how it is told what an account is worth: step by step
// from its sales to what is left of them, with the entries of cost behind each
// step, and as a list. Nobody is told who may not read margins, and a step of
// which nothing is recorded is named, not nought.
package worth

import "erba/kernel"

// Ask says of which day and of which accounts a list is.
type Ask struct {
	AsOf     kernel.Date // zero: the last day of the ledger, at most today
	Returns  string      // net or ignore
	Region   string
	Industry string
	Owner    kernel.ID
	Segment  kernel.ID
	Band     int
}

// Steps are the columns of one account's contribution, as text keys.
var Steps = []string{"worth.step", "worth.hours", "worth.amount"}

// Contributions are the columns of a list of contributions.
var Contributions = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.to_serve", "worth.given", "worth.credit",
	"worth.part_contribution", "worth.grade"}

// Efforts are the columns of a list by return on what was put in.
var Efforts = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.spent", "worth.output", "worth.input", "worth.roi",
	"worth.field", "worth.target"}
