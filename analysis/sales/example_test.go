package sales_test

import (
	"fmt"

	"erba/analysis/pareto"
	"erba/analysis/sales"
	"erba/kernel"
)

func ExampleLedger() {
	var ledger sales.Ledger
	for customer, amount := range map[string]int64{"C01": 820, "C02": 410, "C03": 130} {
		line := sales.Line{Customer: customer, Day: kernel.On(2026, 6, 1), Amount: kernel.Whole(amount), Buys: true}
		if err := ledger.Add(line); err != nil {
			fmt.Println(err)
		}
	}
	book := ledger.Book()
	fmt.Println(book.Customers, book.Revenue, pareto.ABC(book.Amounts(), pareto.Default()))
	// Output: [C01 C02 C03] 1360 [A A B]
}
