package rights

// secret is something that not everybody may read: what makes its value another, and
// where that is seen by somebody who may.
type secret struct {
	name          string
	changes       []string
	reader, shown string
}

// secrets are those of the company by who may not read them.
var secrets = map[string][]secret{
	"rep service privacy admin": {
		{"what things cost", []string{
			`UPDATE order_lines SET cost = cost * 3 + 7`, `UPDATE account_months SET cost = cost * 3 + 7, returns_cost = returns_cost + 5`, `UPDATE products SET cost = 99000000`,
			`UPDATE price_floors SET unit_cost = 6000000`, `UPDATE opportunity_lines SET unit_cost = 6000000`,
		}, "key_account_manager", "/api/accounts/{account}/sales"},
		{"what a promotion earns", nil, "key_account_manager", "/api/promotions/{promotion}"}, // follows from what things cost
		{"below which price nobody sells", []string{
			`UPDATE price_floors SET floor_price = 8500000`, `UPDATE opportunity_lines SET floor_price = 8500000`,
		}, "key_account_manager", "/api/opportunities/{opportunity}"},
		{"what is owed", []string{
			`UPDATE invoices SET amount = amount * 5 + 11`, `UPDATE receivable_documents SET amount = amount + 4711`, `UPDATE receivable_allocations SET amount = amount - 17`,
		}, "key_account_manager", "/api/accounts/{account}/receivables"},
		{"what is said about what is owed", []string{
			`UPDATE disputes SET amount = amount + 13, says = 'wrong colour'`, `UPDATE payment_promises SET amount = amount + 13, who = 'the owner'`,
			`UPDATE write_offs SET amount = amount + 13`, `UPDATE dunnings SET amount = amount + 13, recipient = 'the owner'`,
		}, "key_account_manager", "/api/accounts/{account}/collection"},
		{"how much credit there is", []string{
			`UPDATE credit_limits SET amount = amount + 1300000`, `UPDATE credit_orders SET exposure = exposure + 13, whole_limit = whole_limit + 13, worst = worst + 1`,
		}, "key_account_manager", "/api/accounts/{account}/credit"},
		{"how good somebody is for his money", []string{
			`UPDATE credit_grades SET grade = 'C', score = 55000000, finance = 50000000`, `UPDATE credit_judgements SET value = 50, evidence = 'heard'`,
		}, "finance", "/api/credit/reviews"},
	},
	"rep key_account_manager service operations privacy admin": {
		{"what a package costs", []string{`UPDATE bundle_items SET cost = cost + 13`}, "sales_manager", "/api/bundles"},
		{"how much may be spent", []string{`UPDATE fee_budgets SET amount = amount + 1300`}, "sales_manager", "/api/fees/budgets"},
	},
	"operations privacy admin": {
		{"how many points somebody has", []string{`UPDATE points SET points = points + 13`}, "rep", "/api/accounts/{account}/points"},
	},
	"finance service operations privacy admin": {
		{"what a lead may bring", []string{`UPDATE leads SET amount = 1300000, percent = 30, need = 'a line', signs = 'need'`, `UPDATE lead_wishes SET why = 'another', idea = 'by the door'`}, "rep", "/api/leads/{lead}"},
	},
	"service privacy admin": { // operations reads margins, in which what was spent is counted
		{"what is spent on somebody", []string{
			`UPDATE fees SET amount = amount + 13, agreed = agreed + 13, baseline = baseline + 13, purpose = 'another'`, `UPDATE fee_bookings SET amount = amount + 13, original = original + 13`,
		}, "rep", "/api/fees/{fee}"},
		{"what a promotion is", []string{`UPDATE promotions SET amount = amount + 13, expected = expected + 1300, background = 'another'`}, "rep", "/api/promotions/{promotion}"},
		{"what is sold", []string{
			`UPDATE order_lines SET amount = amount * 3 + 100 * (account_id % 7)`, `UPDATE account_months SET sales = sales * 3 + 100 * (account_id % 7)`,
		}, "rep", "/api/accounts/{account}/sales"},
	},
	"sales_manager director finance service operations": {
		{"the middle of a number", []string{`UPDATE contacts SET phone = '13899992222' WHERE phone = '13811112222'`}, "rep", "/api/contacts/{id}"},
	},
}
