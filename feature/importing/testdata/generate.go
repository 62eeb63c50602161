//go:build ignore

// Command generate writes the six files of this folder: made-up exports that
// look like those of the programs they are named after. Run it in this folder:
// go run generate.go
package main

import (
	"fmt"
	"log"
	"os"
	"strings"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
)

func main() {
	write("ledger_orders.csv", simplifiedchinese.GBK, ledgerOrders)
	write("report_orders.xls", unicode.UTF8, reportOrders())
	write("erp_invoices.txt", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), erpInvoices)
	write("bank_receipts.xls", unicode.UTF8, bankReceipts())
	write("cards_contacts.csv", simplifiedchinese.GB18030, cardsContacts)
	accounts("list_accounts.xlsx")
}

func write(name string, e encoding.Encoding, s string) {
	raw, err := e.NewEncoder().String(s)
	if err == nil {
		err = os.WriteFile(name, []byte(raw), 0o644)
	}
	if err != nil {
		log.Fatal(err)
	}
}

// A title, a unit of 万元, a header of two rows, blank repeated customers, totals, a footer.
const ledgerOrders = `销售收入明细账,,,,,,,
账套：瀚岳装备,,,期间：2025-01,,,单位：万元,
客户,,单据,,,金额,,
编码,名称,单号,日期,数量,不含税金额,税额,备注
H001,瀚岳盾构装备有限公司,XS-001,2025年1月3日,2,1.2,0.156,
,,XS-002,2025年1月5日,1,"0.6",0.078,首批
小计,,,,3,1.8,0.234,
H002,云麓轨道交通有限公司,XS-003,2025-01-07,-1,(0.5),-0.065,退货
H003,锦溪纸业有限公司,XS-004,2025-13-01,1,0.1,0.013,
,,XS-005,2025/1/9,4,0.4,0.052,
小计,,,,4,0,0,
合 计,,,,7,1.8,0.234,
制表人：王敏,,,,,审核：,,
`

// What many programs call .xls: a web page with merged cells.
func reportOrders() string {
	var b strings.Builder
	b.WriteString(`<html><head><meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body><table border="1">` + "\n")
	b.WriteString(`<tr><td colspan="7" align="center"><b>销售订单执行明细表</b></td></tr><tr><td colspan="7">日期：2025-02-01 至 2025-02-28</td></tr>` + "\n")
	b.WriteString(`<tr><th>客户名称</th><th>销售订单号</th><th>行号</th><th>物料编码</th><th>下单日期</th><th>数量</th><th>价税合计</th></tr>` + "\n")
	b.WriteString(`<tr><td rowspan="3">瀚岳盾构装备有限公司</td><td>SO2502-1</td><td>1</td><td>&nbsp;M-100</td><td>2025/2/3</td><td>10</td><td>1,130.00</td></tr>` + "\n")
	b.WriteString(`<tr><td>SO2502-1</td><td>2</td><td>M-200</td><td>2025/2/3</td><td>1</td><td>226.00</td></tr>` + "\n")
	b.WriteString(`<tr><td>SO2502-2</td><td>1</td><td>M-100</td><td>2025/2/9</td><td>-2</td><td>-226.00</td></tr>` + "\n")
	b.WriteString(`<tr><td>云麓轨道交通有限公司</td><td>SO2502-3</td><td>1</td><td>M-300</td><td>2025/2/20</td><td>3</td><td>￥339.00元</td></tr>` + "\n")
	b.WriteString(`<tr><td>合计：</td><td></td><td></td><td></td><td></td><td>12</td><td>1,469.00</td></tr></table></body></html>` + "\n")
	return b.String()
}

// Tabs, UTF-16, European figures, the minus behind.
const erpInvoices = "Customer\tDocument No\tDocument Date\tDue Date\tAmount\tCurrency\r\n" +
	"H001\t900001\t31.01.2025\t02.03.2025\t12.000,50\tCNY\r\n" +
	"H002\t900002\t05.02.2025\t07.03.2025\t1.706,18\t\r\n" +
	"H002\t900003\t06.02.2025\t\t100,00-\tCNY\r\n" +
	"H009\t900004\t07.02.2025\t09.03.2025\t5,00\tCNY\r\n" +
	"H001\t900005\t08.02.2025\t10.03.2025\tzehn\tCNY\r\n"

// XML of the Excel of 2003, cells left out, a total without a label in the first column.
func bankReceipts() string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Excel.Sheet"?>` +
		`<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">` +
		`<Worksheet ss:Name="回款"><Table>` + "\n")
	rows := [][]string{{"回款登记表"}, {"收款日期", "付款单位", "收款金额", "流水号", "发票号"},
		{"2025-02-10T00:00:00.000", "瀚岳盾构装备有限公司", "6000.25", "B1", "900001"},
		{"2025-02-11T00:00:00.000", "云麓轨道交通有限公司", "1706.18", "B2", ""},
		{"2025-02-12T00:00:00.000", "", "88", "B3", ""}, {"", "总计", "7794.43"}}
	for _, row := range rows {
		b.WriteString("<Row>")
		for i, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, `<Cell ss:Index="%d"><Data ss:Type="String">%s</Data></Cell>`, i+1, cell)
			}
		}
		b.WriteString("</Row>\n")
	}
	return b.String() + "</Table></Worksheet></Workbook>"
}

// Semicolons, a rare character, a phone as people write it, a row that is too long.
const cardsContacts = `客户名称;联系人;职务;部门;手机;电子邮箱
瀚岳盾构装备有限公司;赵䶮;采购总监;采购部;138 0013 8000;zhao@hanyue.example
云麓轨道交通有限公司;钱进;总工程师;技术部;+86-13900139000;qian@yunlu.example
云麓轨道交通有限公司;;;;13700137000;
锦溪纸业有限公司;孙立;设备经理;设备部;010-12345678;sun@jinxi.example;多余
锦溪纸业有限公司;李宁;厂长;生产部;13600136000;not an address
`

// Titles, a merged region, revenue in 万元, codes with checksums, a parent that comes later.
func accounts(name string) {
	f := excelize.NewFile()
	rows := [][]any{{"客户档案"}, {"导出时间：2025-03-01"},
		{"大区", "客户编码", "客户全称", "统一社会信用代码", "上级客户", "员工人数", "年营业额(万元)", "客户经理"},
		{"华东", "H001", "瀚岳盾构装备有限公司", "91350100M000100Y43", "H000", 1200, 35000.5, "nobody"},
		{nil, "H003", "锦溪纸业有限公司", "91310000MA1K3ABC2M", nil, 80, 900, nil},
		{"华中", "H002", "云麓轨道交通有限公司", nil, "瀚岳集团有限公司", "三百", nil, nil},
		{nil, "H000", "瀚岳集团有限公司", "91310000MA1K3ABC2N", nil, 5600, "12亿", nil},
		{"合计", nil, nil, nil, nil, 6880, nil, nil}}
	for i, row := range rows {
		if err := f.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			log.Fatal(err)
		}
	}
	for _, cells := range [][2]string{{"A1", "H1"}, {"A4", "A5"}, {"A6", "A7"}} {
		if err := f.MergeCell("Sheet1", cells[0], cells[1]); err != nil {
			log.Fatal(err)
		}
	}
	if err := f.SaveAs(name); err != nil {
		log.Fatal(err)
	}
}
