def card(amount):
    return voucher(amount, picture=True)
