package dunning

// The letters as a company finds them; it writes its own.
const (
	friendlyZh = `[account]：

感谢贵司一直以来的支持。以下货款即将到期，特此提醒，请按期安排付款：

[documents]

合计 [total]。如已付款，请忽略本函。

[company]
[today]`

	friendlyEn = `To [account]

Thank you for your business. The following amounts fall due soon; please arrange payment in time:

[documents]

Total [total]. If you have paid already, please disregard this letter.

[company]
[today]`

	lateZh = `[account]：

以下货款已到期，截至 [today] 我司尚未收到：

[documents]

逾期合计 [late]。请告知付款日期。

[company]
[today]`

	lateEn = `To [account]

The following amounts are due; by [today] we have not received them:

[documents]

Late in total: [late]. Please let us know when you will pay.

[company]
[today]`

	letterZh = `[account]：

截至 [today]，贵司以下货款已逾期，最长 [days] 天：

[documents]

逾期合计 [late]。请于七日内付清；如对账目有异议，请书面提出。

[company]
[today]`

	letterEn = `To [account]

By [today] the following amounts are late, by up to [days] days:

[documents]

Late in total: [late]. Please pay within seven days, or tell us in writing what you dispute.

[company]
[today]`

	stopZh = `[account]：

因以下货款逾期已达 [days] 天，自 [today] 起我司暂停赊销发货，付清后恢复：

[documents]

逾期合计 [late]。

[company]
[today]`

	stopEn = `To [account]

Since the following amounts have been late for up to [days] days, from [today] on we deliver nothing more on credit until they are paid:

[documents]

Late in total: [late].

[company]
[today]`

	legalZh = `[account]：

经多次催收，以下货款仍未支付，最长逾期 [days] 天：

[documents]

逾期合计 [late]。请于收到本函后七日内付清，否则我司将委托律师处理。

[company]
[today]`

	legalEn = `To [account]

In spite of several demands the following amounts have not been paid, late by up to [days] days:

[documents]

Late in total: [late]. Unless they are paid within seven days of this letter, we shall leave the matter to our lawyers.

[company]
[today]`
)
