package qualification

// complexProject is the card for projects that many people decide on: how the
// customer buys, who decides, and what each player does next.
func complexProject() Card {
	return Card{Key: "complex", Zh: "复杂项目", En: "Complex project", Areas: []Area{
		{Key: "decided", Zh: "拍板的人", En: "Who decides", Weight: 30, Gate: 60, Low: 30, Stop: Rethink, Topics: []Topic{
			{Zh: "最终拍板人", En: "Who has the last word", Weight: 60, Questions: []Question{
				{"chooser", "最终拍板人本人明确说过选我们，或正在替我们推动", "Whoever has the last word has said that he chooses us, or helps us himself", 60, false},
				{"chooser_met", "近两个月我们和最终拍板人单独谈过", "We have talked with him alone within two months", 40, false}}},
			{Zh: "多数意见", En: "What most of them want", Weight: 40, Questions: []Question{
				{"majority", "决策小组里明确支持我们的人过半", "More than half of those who decide are openly for us", 50, false},
				{"keyman", "一位说得上话的人在内部替我们争取", "Somebody of weight argues for us inside", 50, false}}}}},
		{Key: "process", Zh: "采购过程", En: "How they buy", Weight: 25, Gate: 60, Stop: Resources, Topics: []Topic{
			{Zh: "项目与资金", En: "Project and funds", Weight: 50, Questions: []Question{
				{"approved", "立项文件我们看到过，不只是听说", "We have seen the paper that approves the project, not only heard of it", 30, false},
				{"budgeted", "资金已落实，知道出自哪笔预算", "The money is there and we know out of which budget", 40, true},
				{"dated", "客户自己说得出晚一个月的代价", "The customer can say what a month's delay costs him", 30, false}}},
			{Zh: "采购步骤", En: "Steps of buying", Weight: 50, Questions: []Question{
				{"steps", "每一步由谁、在哪天、凭什么文件放行，我们写得出来", "We can write down who lets each step pass, when, and on which paper", 50, false},
				{"rules", "评分办法或比选规则已经拿到", "We have the rules by which offers are compared", 50, false}}}}},
		{Key: "body", Zh: "决策小组", En: "The decision body", Weight: 25, Gate: 50, Low: 20, Stop: Rethink, Topics: []Topic{
			{Zh: "组织与分工", En: "Organisation", Weight: 50, Questions: []Question{
				{"members", "决策小组每个人的姓名和分工都核对过", "Name and part of everybody who decides are verified", 50, false},
				{"influence", "谁影响谁，有见过的事为证", "Who sways whom is shown by something we have seen", 50, false}}},
			{Zh: "立场与缘由", En: "Stance and reasons", Weight: 50, Questions: []Question{
				{"stance", "每个人对我们的立场都有最近的言行佐证", "Everybody's stance towards us is shown by what he said or did lately", 50, false},
				{"reasons", "每个人在公在私图什么，说得清", "What everybody wants, for the firm and for himself, can be said", 50, false}}}}},
		{Key: "players", Zh: "各方动作", En: "Moves of the players", Weight: 20, Gate: 50, Stop: Worthless, Topics: []Topic{
			{Zh: "对手", En: "Rivals", Weight: 60, Questions: []Question{
				{"rivals", "每家对手投入的人和下一步动作都知道", "The people and the next move of every rival are known", 50, false},
				{"answer", "对手最可能的一招，我们有准备好的应对", "We are ready for the likeliest move of a rival", 50, false}}},
			{Zh: "回报", En: "What it brings", Weight: 40, Questions: []Question{
				{"paying", "这家客户过去按合同付款", "This customer has paid as agreed so far", 50, false},
				{"return", "赢下之后的收入和影响值得这些投入", "What winning brings is worth the effort", 50, false}}}}},
	}}
}
