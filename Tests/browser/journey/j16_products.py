"""J16: a firm returns its IP products."""

from journey.walk import Walk, credit_code


def returns_products(walk: Walk):
    """J16: the share of IP products; above the whole, or resting on no right, it is returned."""
    walk.become("centre-staff")
    code = credit_code(walk.number + 80)
    walk.go("/enterprises/new")
    walk.fill(code=code, name=f"示例旅程企业{walk.number}", kind="enterprise", place="jiangning", grade="G4")
    walk.press()
    walk.is_done("the enterprise")
    walk.go("/sales-returns/new")
    walk.fill(enterprise=code, year="2025", total_sales="1000", signed_by="示例负责人", grade="G2", document="示例-年报-旅程")
    walk.press()
    walk.is_done("the sales return")
    walk.go("/ip-products/new")
    walk.fill(
        product="示例产品", enterprise=code, year="2025", right_kind="patent", right_number="", sales="400", grade="G2",
        document="示例-产品-旅程"
    )
    walk.press()
    walk.is_refused("right_number")
    walk.fill(right_number="示例专利-1", sales="1000.01")
    walk.press()
    walk.is_refused("sales")
    walk.sees("100%" if not walk.prefix else "100 %")
    walk.fill(sales="400")
    walk.press()
    walk.is_done("the product")
    walk.sees("400")


JOURNEYS = [("J16", returns_products)]
