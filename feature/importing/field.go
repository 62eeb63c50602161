package importing

import "slices"

// form is what the cells of a field hold.
type form int

const (
	text form = iota
	figure
	money
	day
)

// Field is something that a column may fill.
type Field struct {
	Name     string
	Form     form
	Synonyms []string // as headings are compared: lower case, letters and digits only
}

// Table is what a kind of file holds.
type Table struct {
	Fields []Field
	Needs  [][]string // of each, one field at least must have a column
}

// Tables are the kinds of file. The first synonyms are the field's own names.
var Tables = map[string]Table{
	Accounts: {Needs: [][]string{{"code", "name"}}, Fields: []Field{
		{"code", text, words("code 客户编码 客户编号 客户代码 客户号 编码 编号 代码 往来单位编码 customerid customercode customerno accountcode accountid accountno customernumber id")},
		{"name", text, words("name 客户名称 客户全称 客户 名称 单位名称 公司名称 企业名称 往来单位 往来单位名称 companyname customername accountname account customer company")},
		{"short_name", text, words("shortname 简称 客户简称")},
		{"uscc", text, words("uscc 统一社会信用代码 社会信用代码 信用代码 税号 纳税人识别号 taxid vatid vatnumber")},
		{"parent", text, words("parent 上级客户 上级公司 上级单位 母公司 所属集团 集团 集团编码 集团名称 总公司 parentaccount parentcompany subsidiaryof group")},
		{"region", text, words("region 区域 大区 片区 销售区域 地区 省份 省 country territory officelocation state")},
		{"city", text, words("city 城市 所在城市 市 town")},
		{"industry", text, words("industry 行业 所属行业 行业分类 sector")},
		{"ownership", text, words("ownership 企业性质 所有制 单位性质 公司性质 ownershiptype")},
		{"employees", figure, words("employees 员工人数 员工数 人数 从业人员 headcount numberofemployees")},
		{"revenue", money, words("revenue 年营业额 营业收入 年收入 年销售额 营业额 annualrevenue turnover")},
		{"owner", text, words("owner 负责人 客户经理 业务员 销售员 所属人 归属 跟进人 accountowner accountmanager salesperson salesrep salesagent")},
		{"team", text, words("team 团队 协作人 团队成员 协同人")},
		{"source", text, words("source 客户来源 来源 信息来源 leadsource")},
		{"status", text, words("status 状态 客户状态")},
		{"phone", text, words("phone 电话 联系电话 公司电话 总机 telephone tel")},
	}},
	Contacts: {Needs: [][]string{{"account"}, {"name"}}, Fields: []Field{
		{"account", text, words("account accountcode 客户编码 客户名称 客户 公司 单位 公司名称 单位名称 客户编号 customer customerid company companyname accountname customername")},
		{"name", text, words("name 姓名 联系人 联系人姓名 名字 contactname contact fullname")},
		{"title", text, words("title 职务 职位 头衔 岗位 contacttitle jobtitle position")},
		{"department", text, words("department 部门 所在部门 dept")},
		{"phone", text, words("phone 电话 手机 手机号 手机号码 联系电话 联系方式 移动电话 工作电话 mobile telephone tel cell")},
		{"mail", text, words("mail 邮箱 电子邮箱 电子邮件 邮件 email emailaddress")},
		{"wechat", text, words("wechat 微信 微信号 工作微信 weixin")},
		{"reports", text, words("reports 上级 直接上级 汇报对象 上司 reportsto manager supervisor")},
		{"rank", text, words("rank 级别 职级 行政级别 层级 grade level")},
		{"scope", text, words("scope 分管范围 分管 范围 fieldofduty")},
		{"gone", day, words("gone 离开日期 离职日期 离职 lefton left")},
		{"duties", text, words("duties 职责 负责 responsibilities responsiblefor")},
		{"goals", text, words("goals 目标 考核目标 measuredby")},
		{"manner", text, words("manner 工作方式 方式 worksby mannerofworking")},
		{"results", text, words("results 业绩 成绩 achievements")},
		{"colleagues", text, words("colleagues 同事 协作同事 workswith")},
		{"partners", text, words("partners 供应商与伙伴 合作方 供应商与合作方 suppliersandpartners")},
	}},
	Products: {Needs: [][]string{{"code", "name"}}, Fields: []Field{
		{"code", text, words("code 产品编码 产品编号 产品代码 物料编码 物料编号 物料号 商品编码 存货编码 货号 编码 编号 料号 sku productid productcode productno itemcode itemno stockcode product id")},
		{"name", text, words("name 产品名称 物料名称 商品名称 存货名称 名称 品名 productname description itemname product")},
		{"line", text, words("line 产品线 产品类别 类别 品类 产品大类 分类 存货分类 series category categoryid productline family")},
		{"list_price", money, words("listprice 标准价 标价 目录价 价格 单价 售价 指导价 price unitprice salesprice")},
		{"cost", money, words("cost 成本 标准成本 成本价 单位成本 unitcost standardcost")},
		{"unit", text, words("unit 单位 计量单位 uom quantityperunit")},
	}},
	Orders: {Needs: [][]string{{"account"}, {"date"}, {"amount", "amount_gross", "price"}}, Fields: []Field{
		{"account", text, words("account 客户编码 客户编号 客户代码 客户 客户号 购货单位编码 购货单位 往来单位编码 往来单位 买方 客户名称 customerid customercode customerno customer accountid accountcode accountname customernumber client")},
		{"account_name", text, words("accountname 客户名称 客户全称 购货单位名称 往来单位名称 公司名称 单位名称 customername companyname company")},
		{"order", text, words("order 订单号 订单编号 单据号 单据编号 销售单号 单号 合同号 出库单号 发票号 发货单号 销售订单号 invoice orderid orderno ordernumber invoiceno invoiceid documentno billno so salesorder transactionid opportunityid")},
		{"line", text, words("line 行号 分录号 明细行号 序号 行次 lineno linenumber orderline itemline position")},
		{"product", text, words("product 产品编码 产品编号 物料编码 物料编号 商品编码 存货编码 产品 商品 物料 产品代码 货号 料号 型号 规格型号 产品名称 stockcode productid productcode sku itemcode item itemno productname")},
		{"date", day, words("date 日期 订单日期 下单日期 单据日期 销售日期 出库日期 发货日期 开票日期 业务日期 下单时间 orderdate invoicedate billdate documentdate salesdate closedate transactiondate datetime day")},
		{"quantity", figure, words("quantity 数量 销售数量 实发数量 订购数量 订单数量 出库数量 qty orderquantity units pieces")},
		{"price", money, words("price 单价 销售单价 不含税单价 含税单价 未税单价 价格 unitprice salesprice")},
		{"amount", money, words("amount 金额 销售金额 未税金额 不含税金额 无税金额 销售额 净额 订单金额 本币金额 netamount salesamount total linetotal totalamount closevalue revenue sales value")},
		{"amount_gross", money, words("amountgross 含税金额 价税合计 价税合计金额 含税销售额 含税总额 总金额含税 grossamount amountincltax totalincltax")},
		{"tax", money, words("tax 税额 增值税额 taxamount vat vatamount")},
		{"tax_rate", figure, words("taxrate 税率 增值税率 vatrate")},
		{"cost", money, words("cost 成本 成本金额 销售成本 成本额 costamount totalcost cogs")},
		{"unit_cost", money, words("unitcost 单位成本 成本单价 成本价")},
		{"currency", text, words("currency 币种 币别 货币 结算币种 currencycode")},
		{"end_account", text, words("endaccount 最终客户 终端客户 最终用户 终端用户 endcustomer enduser")},
		{"ship_to", text, words("shipto 收货方 送达方 收货单位 收货客户 送货地址 收货地址 shipname shiptoname deliverto")},
		{"company", text, words("company 账套 帐套 公司代码 销售组织 我方公司 公司主体 核算主体 组织 companycode salesorg legalentity")},
	}},
	Invoices: {Needs: [][]string{{"account"}, {"number"}, {"date"}, {"amount"}}, Fields: []Field{
		{"account", text, words("account 客户编码 客户编号 客户代码 客户 购货单位 往来单位 往来单位编码 客户名称 customerid customercode customerno customer accountid accountcode accountname customername")},
		{"number", text, words("number 发票号 发票号码 发票编号 单据号 单据编号 单号 应收单号 invoicenumber invoiceno invoiceid invoice documentno billno no")},
		{"date", day, words("date 开票日期 发票日期 单据日期 日期 业务日期 invoicedate billdate documentdate issuedon issuedate")},
		{"due", day, words("due 到期日 到期日期 应收日期 付款到期日 应付日期 收款到期日 duedate dueon paymentdue")},
		{"amount", money, words("amount 价税合计 含税金额 发票金额 金额 应收金额 本币金额 invoiceamount grossamount total totalamount value")},
		{"currency", text, words("currency 币种 币别 货币 currencycode")},
		{"settled", day, words("settled 结清日期 收款日期 核销日期 付款日期 实际收款日 settleddate settledon paiddate paidon paymentdate")},
	}},
	Receipts: {Needs: [][]string{{"account", "payer"}, {"date"}, {"amount"}}, Fields: []Field{
		{"account", text, words("account 客户编码 客户编号 客户代码 客户 付款单位 往来单位 往来单位编码 客户名称 付款方 customerid customercode customerno customer accountid accountcode payer accountname customername")},
		{"number", text, words("number 收款单号 单据号 单据编号 单号 流水号 收款编号 凭证号 receiptnumber receiptno receiptid paymentno documentno transactionid no")},
		{"date", day, words("date 收款日期 到账日期 回款日期 日期 单据日期 业务日期 receiptdate paymentdate paidon receivedon")},
		{"amount", money, words("amount 收款金额 回款金额 到账金额 金额 本币金额 amountpaid paymentamount total value")},
		{"currency", text, words("currency 币种 币别 货币 currencycode")},
		{"invoice", text, words("invoice 发票号 发票号码 核销发票 对应发票 invoicenumber invoiceno invoiceid")},
		{"payer", text, words("payer 付款人 付款人名称 付款户名 对方户名 对方名称 汇款人 交款人 代付方 paidby payername remitter")},
		{"method", text, words("method 付款方式 收款方式 结算方式 支付方式 票据种类 票据类型 paymentmethod paymenttype")},
		{"matures", day, words("matures 票据到期日 汇票到期日 承兑到期日 到期日 到期日期 maturity maturitydate matureson")},
		{"recourse", text, words("recourse 追索权 有无追索权 是否有追索权 带追索权 withrecourse")},
		{"accepted", text, words("accepted 承兑人类型 银行承兑 是否银行承兑 acceptedbybank bankaccepted")},
	}},
	Costs: {Needs: [][]string{{"account"}, {"date"}, {"kind"}, {"hours", "spent"}}, Fields: []Field{
		{"account", text, words("account 客户编码 客户编号 客户代码 客户 往来单位 客户名称 customerid customercode customerno customer accountid accountcode accountname customername")},
		{"number", text, words("number 记录号 费用单号 成本单号 报销单号 单据号 单据编号 单号 流水号 编号 entryid entryno costid documentno id no")},
		{"date", day, words("date 日期 发生日期 费用日期 服务日期 拜访日期 业务日期 单据日期 costdate spenton day")},
		{"kind", text, words("kind 成本类别 成本类型 费用类别 费用类型 费用科目 类别 类型 科目 项目 costtype costkind category type")},
		{"person", text, words("person 人员类别 人员类型 岗位 角色 personclass role stafftype")},
		{"hours", figure, words("hours 工时 小时 小时数 时长 耗时 投入工时 hoursspent time")},
		{"spent", money, words("spent 发生金额 费用金额 成本金额 金额 费用 amount costamount cost expense value")},
		{"currency", text, words("currency 币种 币别 货币 currencycode")},
		{"note", text, words("note 备注 说明 摘要 事由 memo remark description comment")},
		{"invoiced", text, words("invoiced 票内 是否票内 已开票 是否已开票 已在发票 oninvoice")},
	}},
	Rates: {Needs: [][]string{{"date"}, {"currency"}, {"rate"}}, Fields: []Field{
		{"date", day, words("date 日期 生效日期 汇率日期 起始日期 发布日期 公布日期 业务日期 ratedate validfrom effectivedate effectivefrom since day")},
		{"currency", text, words("currency 原币 原币种 外币 外币币种 币种 币别 货币 货币名称 来源币种 源币种 from fromcurrency currencycode sourcecurrency basecurrency")},
		{"to", text, words("to 目标币种 本位币 本币 折算币种 目标货币 tocurrency targetcurrency quotecurrency")},
		{"rate", figure, words("rate 汇率 折算汇率 记账汇率 中间价 折算价 汇率中间价 中行折算价 exchangerate midrate value")},
		{"units", figure, words("units 外币单位 单位数 外币数量 每 per unit")},
	}},
	Opportunities: {Needs: [][]string{{"id"}, {"stage"}}, Fields: []Field{
		{"id", text, words("id 商机编号 商机编码 商机号 机会编号 项目编号 项目号 编号 编码 opportunityid opportunityno opportunitycode dealid dealno dealcode recordid number code")},
		{"account", text, words("account 客户编码 客户编号 客户名称 客户 公司名称 单位名称 accountname accountcode accountid customer customername customerid customercode company companyname client")},
		{"owner", text, words("owner 负责人 销售负责人 销售 业务员 客户经理 跟进人 所属人 salesagent salesrep salesperson opportunityowner dealowner ownername accountmanager agent rep assignedto")},
		{"product", text, words("product 产品 产品名称 产品编码 物料 主要产品 意向产品 productname productcode productid item sku")},
		{"stage", text, words("stage 阶段 商机阶段 销售阶段 机会阶段 状态 商机状态 dealstage salesstage opportunitystage stagename pipelinestage status state")},
		{"opened", day, words("opened 开始日期 创建日期 立项日期 创建时间 发现日期 接触日期 engagedate createddate createdate createdat created opendate openedon startdate begindate")},
		{"closed", day, words("closed 结束日期 关闭日期 成交日期 结单日期 签约日期 关闭时间 closedate closeddate closedon closingdate enddate wondate")},
		{"amount", money, words("amount 金额 商机金额 成交金额 预计金额 合同金额 销售金额 closevalue dealvalue dealamount opportunityamount value total revenue expectedrevenue")},
		{"currency", text, words("currency 币种 币别 货币 currencycode currencyisocode")},
	}},
}

// field is the field of that name; every kind has the fields that are asked for.
func (t Table) field(name string) (Field, bool) {
	i := slices.IndexFunc(t.Fields, func(f Field) bool { return f.Name == name })
	if i < 0 {
		return Field{}, false
	}
	return t.Fields[i], true
}

// Lacks are the needs that no column meets.
func (t Table) Lacks(matching map[string]string) (needs [][]string) {
	for _, any := range t.Needs {
		if !slices.ContainsFunc(any, func(name string) bool { return matching[name] != "" }) {
			needs = append(needs, any)
		}
	}
	return needs
}
