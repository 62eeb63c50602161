package demo

import (
	"context"

	"erba/analysis/rivalry"
	"erba/feature/competitor"
	"erba/feature/opportunity"
	"erba/kernel"
	"erba/platform/app"
	"erba/platform/identity"
)

// competitors are those whom the company meets, with their battle cards.
var competitors = []competitor.Competitor{
	{Name: "北辰传动", Strengths: "价格低一成，交期四周，投标快", Weakness: "没有大型齿轮箱的架修业绩，服务网点只在华北", Says: "请客户看十年换件记录和停机损失", Evidence: "去年三个标段的开标记录与客户反馈"},
	{Name: "海拓轴承", Strengths: "进口品牌，技术部门认可，样本数据全", Weakness: "备件周期十四周，价格高两成", Says: "算全寿命成本，承诺本地备件仓", Evidence: "客户技术部提供的比选报告"},
	{Name: "中衡重工", Strengths: "集团内部供应商，账期长", Weakness: "产能排不开，质量整改两次", Says: "从第二供应商做起，用交付说话", Evidence: "客户供应商年度评审通报"},
}

// compete names the competitors, with what is known of them.
func compete(boss context.Context, k *app.Kit) (ids []kernel.ID, err error) {
	for _, c := range competitors {
		named, err := competitor.New(k).Name(identity.Under(boss, "competitor:keep"), c)
		if err != nil {
			return nil, err
		}
		ids = append(ids, named.ID)
	}
	return ids, nil
}

// fight says of most deals who stood against us and how strong he was, and of a few
// of the live ones what else may keep the customer from buying.
func (d *dealer) fight(boss context.Context, k *app.Kit, courses []opportunity.Course) error {
	service, ctx := competitor.New(k), identity.Under(boss, "competitor:read")
	for n, c := range courses {
		if c.Deal.Live() && n%4 == 1 || !c.Deal.Live() && source(partDeals, -n-1).IntN(3) > 0 {
			continue // nobody has looked
		}
		for _, r := range d.against(n, c.Deal) {
			if _, err := service.Judge(ctx, r); err != nil {
				return kernel.Within(c.Deal.Code, err)
			}
		}
	}
	return nil
}

// against are we and those who stand against us in a deal.
func (d *dealer) against(n int, of opportunity.Deal) []competitor.Rival {
	if of.Live() && n == dealsPast+shownDeal {
		return d.shown(of)
	}
	who := of.Winner
	if who.IsZero() {
		who = d.rivals[n%len(d.rivals)]
	}
	marks := func(shift int) (all []int) {
		for i := range rivalry.Attributes {
			all = append(all, 2+(n*shift+i*3)%4)
		}
		return all
	}
	direct := competitor.Rival{Deal: of.ID, Kind: competitor.Direct, Competitor: who, Ratings: marks(5), Active: true, Incumbent: n%3 == 0,
		Weakness: "没有本地备件仓", Evidence: "开标记录与客户采购部反馈"}
	if !of.Live() {
		return []competitor.Rival{direct}
	}
	all := []competitor.Rival{{Deal: of.ID, Kind: competitor.Own, Ratings: marks(7), Active: true, Evidence: "客户比选会纪要"}, direct}
	if n%3 == 0 {
		all = append(all, competitor.Rival{Deal: of.ID, Kind: competitor.Indirect, Superior: []string{"集团采购中心", "维持现状，不换供应商"}[n%2],
			Power: 3 + n%3, Opposition: 1 + n%5, Evidence: "拜访时使用部门透露"})
	}
	return all
}

// shown are those who stand against us in the deal that everybody looks at.
func (d *dealer) shown(of opportunity.Deal) []competitor.Rival {
	return []competitor.Rival{
		{Deal: of.ID, Kind: competitor.Own, Ratings: []int{4, 5, 3, 3, 4, 3, 5, 3}, Active: true, Weakness: "审批层没人", Evidence: "技术交流会纪要与客户反馈"},
		{Deal: of.ID, Kind: competitor.Direct, Competitor: d.rivals[1], Ratings: []int{4, 3, 3, 5, 4, 4, 3, 3}, Active: true, Incumbent: true, Weakness: "寿命成本高", Evidence: "技术交流会上听到的"},
		{Deal: of.ID, Kind: competitor.Direct, Competitor: d.rivals[0], Ratings: []int{3, 3, 5, 2, 2, 2, 2, 2}, Active: true, Weakness: "缺国产化证书", Evidence: "上一标段的开标记录"},
		{Deal: of.ID, Kind: competitor.Indirect, Superior: "集团集采中心", Power: 5, Opposition: 4, Weakness: "还没有人接触", Evidence: "使用部门透露，审批权本月上收"},
	}
}
