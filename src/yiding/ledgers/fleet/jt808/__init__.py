"""JT/T 808: the messages of vehicle terminals 道路运输车辆卫星定位系统 终端通讯协议.

Frames of the editions of 2013 and 2019 are told apart by the version bit of their header, and read
strictly and kept tolerantly: whatever the bytes, there is a message, and what breaks the protocol
is among its faults. Only what a fleet needs is read out of a body (registering, authentication,
positions); every other message is kept as it came.
"""
