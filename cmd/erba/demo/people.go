package demo

// Person is somebody who works at the supplier.
type Person struct {
	Login, Name, Role string
	Boss              string // login
	Region            string // of sellers and their managers
}

// regions are where the company sells, with the cities of its customers.
var regions = []struct {
	name   string
	cities []string
}{
	{"华东", []string{"上海", "苏州", "无锡", "常州", "南京", "杭州", "宁波", "绍兴", "合肥", "芜湖", "南通", "嘉兴"}},
	{"华南", []string{"广州", "深圳", "东莞", "佛山", "中山", "珠海", "厦门", "泉州", "福州", "南宁"}},
	{"华北", []string{"北京", "天津", "石家庄", "唐山", "济南", "青岛", "烟台", "太原", "大连", "沈阳"}},
	{"中西部", []string{"武汉", "长沙", "郑州", "洛阳", "成都", "重庆", "西安", "南昌", "昆明", "贵阳"}},
}

// people are forty: one director, a manager for each region with six sellers
// each, and those who count, serve and keep order.
func people() []Person {
	all := []Person{
		{"qinlang", "秦朗", "director", "", ""},
		{"admin", "顾明远", "admin", "", ""},
		{"privacy", "白芷", "privacy", "", ""},
		{"lushan", "陆杉", "finance", "qinlang", ""},
		{"hejing", "何静", "finance", "lushan", ""},
		{"tangwei", "唐薇", "finance", "lushan", ""},
		{"songyan", "宋妍", "operations", "qinlang", ""},
		{"fangrui", "方睿", "operations", "songyan", ""},
		{"jiangtao", "江涛", "service", "qinlang", ""},
		{"yulan", "于兰", "service", "jiangtao", ""},
		{"dingning", "丁宁", "service", "jiangtao", ""},
		{"xiaohe", "肖禾", "service", "jiangtao", ""},
	}
	for i, r := range regions {
		boss := managers[i]
		all = append(all, Person{boss.login, boss.name, "sales_manager", "qinlang", r.name})
		for j, s := range staff[i] {
			role := "key_account_manager"
			if j >= 3 {
				role = "rep"
			}
			all = append(all, Person{s.login, s.name, role, boss.login, r.name})
		}
	}
	return all
}

type named struct{ login, name string }

var (
	managers = []named{{"xuyuan", "许愿"}, {"liangbo", "梁博"}, {"zhaolei", "赵磊"}, {"chenxi", "陈曦"}}
	staff    = [][]named{
		{{"shenyan", "沈砚"}, {"yeqing", "叶青"}, {"luchuan", "陆川"}, {"miaomiao", "苗淼"}, {"qiaoan", "乔安"}, {"guyu", "谷雨"}},
		{{"huangjue", "黄珏"}, {"linfeng", "林枫"}, {"zengqi", "曾琪"}, {"ouyang", "欧阳宁"}, {"panyue", "潘越"}, {"kuangye", "邝野"}},
		{{"hanbing", "韩冰"}, {"mengfan", "孟凡"}, {"sunhao", "孙皓"}, {"baiyu", "白羽"}, {"niuniu", "牛犇"}, {"shijia", "石佳"}},
		{{"luoxi", "罗曦"}, {"duanxu", "段旭"}, {"wenting", "文婷"}, {"tianye", "田野"}, {"penglai", "彭莱"}, {"jinshi", "金石"}},
	}
)

// sellers are those who own accounts, by region.
func sellers(all []Person) map[string][]Person {
	by := map[string][]Person{}
	for _, p := range all {
		if p.Role == "key_account_manager" || p.Role == "rep" {
			by[p.Region] = append(by[p.Region], p)
		}
	}
	return by
}
