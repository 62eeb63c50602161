package sale

// The processes that come with the product.
const (
	Full  = "full"
	Short = "short"
	Car   = "car"
)

// Default are the eight steps beside the customer's, a short way, and the levels
// by which cars are sold. Its percentages are our own (specification M72, O).
func Default() Config { return Config{Processes: []Process{full(), short(), car()}} }

const month = 30 // days a deal stays at a step at most

// full are the eight parts of selling to key accounts.
func full() Process {
	return Process{Key: Full, Zh: "大客户八步", En: "Eight steps", Stages: []Stage{
		step("plan", "规划与邀约", "Plan and invite", Words{"发现问题", "Sees a problem"}, 10, Milestone{"appointment", "约好见面", "Appointment made", false}),
		step("research", "拜访与调研", "Visit and find out", Words{"可行性研究", "Studies feasibility"}, 20, Milestone{"needs", "需求和角色写清楚", "Needs and roles recorded", false}),
		step("outline", "初步方案", "First proposal", Words{"项目立项", "Approves the project"}, 30, Milestone{"approved", "客户已立项", "Project approved", true}),
		step("technical", "技术交流", "Technical exchange", Words{"确定采购技术标准", "Sets technical criteria"}, 40, Milestone{"criteria", "我方标准被采纳", "Our criteria accepted", false}),
		step("proposal", "正式方案", "Formal proposal", Words{"招标", "Invites tenders"}, 50, Milestone{"delivered", "正式方案或标书已递交", "Proposal or bid delivered", true}),
		step("evaluation", "项目评估", "Evaluation", Words{"评标", "Evaluates bids"}, 70, Milestone{"shortlisted", "入围或排名第一", "Short-listed or first", false}),
		step("negotiation", "商务谈判", "Negotiation", Words{"合同审核", "Reviews the contract"}, 90, Milestone{"agreed", "条款谈妥", "Terms agreed", true}),
		step("signing", "签约成交", "Signing", Words{"签订协议", "Signs"}, 100, Milestone{"signed", "合同已签", "Contract signed", true}),
	}}
}

func step(key, zh, en string, buying Words, percent int, exit ...Milestone) Stage {
	return Stage{Key: key, Zh: zh, En: en, Buying: buying, Percent: percent, Dwell: month, Milestones: exit}
}

// short is for what is decided quickly.
func short() Process {
	return Process{Key: Short, Zh: "简易四步", En: "Four steps", Stages: []Stage{
		step("contact", "接触", "Contact", Words{"了解", "Looks around"}, 10),
		step("offer", "报价", "Offer", Words{"比较", "Compares"}, 40),
		step("deciding", "决定", "Decision", Words{"选择", "Chooses"}, 70),
		step("order", "下单", "Order", Words{"采购", "Buys"}, 100),
	}}
}

// car are the levels of M29, the farthest first: within how many days somebody
// will order. A deal stays at each as long as the calendar says.
func car() Process {
	level := func(key, zh, en string, percent int) Stage {
		return Stage{Key: key, Zh: zh, En: en, Percent: percent}
	}
	return Process{Key: Car, Zh: "购车时间级别", En: "Time of purchase", Timed: true, Stages: []Stage{
		level("C", "C 级：未定或 30 天以后", "C: later than 30 days, or unknown", 10),
		level("B", "B 级：30 天内", "B: within 30 days", 30),
		level("A", "A 级：15 天内", "A: within 15 days", 50),
		level("H", "H 级：7 天内", "H: within 7 days", 80),
		level("O", "已签未提", "Signed, not delivered", 100),
	}}
}
