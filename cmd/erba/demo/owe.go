package demo

import (
	"context"
	"fmt"

	"erba/feature/receivable"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/db"
	"erba/platform/identity"
)

// debtors is for how many of those who are latest somebody has booked by hand.
const debtors = 9

// owe books what no file brings: parts of late invoices that were paid, a bill, money
// in advance, a credit note, goods that are not invoiced yet, and one receipt that was
// booked wrongly and taken back.
func owe(ctx context.Context, k *app.Kit) error {
	finance, err := as(ctx, k, "lushan")
	if err != nil {
		return err
	}
	service, today := receivable.New(k), kernel.Today()
	late, err := service.Ageing(identity.Under(finance, "receivable:read"), receivable.Ask{Limit: debtors})
	if err != nil {
		return err
	}
	writer := identity.Under(finance, "receivable:write")
	return k.DB.Write(writer, func(tx *db.Tx) error {
		for i, row := range late.Rows {
			for _, d := range papersOf(i, row.Late, today) {
				d.Account = row.Account
				booked, err := service.Book(tx, d)
				if err != nil {
					return err
				}
				if d.Note != mistaken {
					continue
				}
				if err := service.Reverse(tx, row.Account, booked.ID, "付款方是另一家公司"); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

const mistaken = "认领错误"

// papersOf are those of the i-th debtor, by what it is late with.
func papersOf(i int, late int64, today kernel.Date) []receivable.Document {
	part := max(late/5, 100_00) / 100_00 * 100_00 // whole hundreds of yuan
	number := func(kind string) string {
		return fmt.Sprintf("%s%s-%02d", kind, today.AddMonths(-1).String()[2:7], i+1)
	}
	day := func(back int) kernel.Date { return today.Add(-back) }
	switch i % 5 {
	case 0:
		return []receivable.Document{
			{Kind: receivable.Receipt, Number: number("YH"), On: day(6), Amount: part, Method: "银行转账", Note: "部分付款"},
			{Kind: receivable.Shipment, Number: number("CK"), On: day(3), Amount: part / 2},
		}
	case 1:
		return []receivable.Document{{Kind: receivable.Bill, Number: number("CD"), On: day(20), Amount: part, Method: "商业承兑汇票", Matures: today.AddMonths(5), Recourse: true}}
	case 2:
		return []receivable.Document{{Kind: receivable.Bill, Number: number("YC"), On: day(12), Amount: 2 * part, Method: "银行承兑汇票", Matures: today.AddMonths(4), Accepted: true}}
	case 3:
		return []receivable.Document{
			{Kind: receivable.Credit, Number: number("HZ"), On: day(9), Amount: part / 4, Note: "退货红冲"},
			{Kind: receivable.Receipt, Number: number("YH"), On: day(4), Amount: part, Note: mistaken},
		}
	}
	return []receivable.Document{{Kind: receivable.Receipt, Number: number("YH"), On: day(2), Amount: late + 2*part, Method: "银行转账", Note: "含下月货款预付"}}
}
