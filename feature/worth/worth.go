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

// netOfReturns is how groups, lines and movements count returns: off the sales.
const netOfReturns = "net"

// Order is how a list is sorted: by a column, the largest first unless it says
// otherwise.
type Order struct {
	By string
	Up bool
}

// Steps are the columns of one account's contribution, as text keys.
var Steps = []string{"worth.step", "worth.hours", "worth.amount"}

// Contributions are the columns of a list of contributions.
var Contributions = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.to_serve", "worth.given", "worth.credit",
	"worth.part_contribution", "worth.grade"}

// Groups are the columns of a list of groups by what they contribute.
var Groups = []string{"worth.group", "worth.count", "worth.unknown", "worth.open", "worth.partly", "worth.part_sales", "worth.part_gross", "worth.to_serve",
	"worth.given", "worth.credit", "worth.part_contribution"}

// ProductLines are the columns of a list of product lines.
var ProductLines = []string{"worth.line", "worth.buyers", "worth.part_sales", "worth.part_goods", "worth.part_gross", "worth.open", "worth.sales_before", "worth.gross_before"}

// Movers are the columns of a list of groups by how they moved; of whom no cost is
// known the steps are those of sales.
var Movers = []string{"worth.group", "worth.count", "worth.unknown", "worth.measure", "worth.move_before", "worth.move_volume", "worth.move_mix", "worth.move_price", "worth.move_cost",
	"worth.move_added", "worth.move_dropped", "worth.move_won", "worth.move_lost", "worth.move_other", "worth.move_service", "worth.move_given", "worth.move_credit", "worth.move_now"}

// Efforts are the columns of a list by return on what was put in.
var Efforts = []string{"worth.code", "worth.name", "worth.part_sales", "worth.part_gross", "worth.spent", "worth.output", "worth.input", "worth.roi",
	"worth.field", "worth.target"}
